import { candidateKeys, MATCHING_VERSION, nameKey } from '../../domain/matching/candidate-keys.js';
import { ownDomain } from '../../domain/matching/contact-keys.js';
import { type LeadIdentity, readLead } from '../../domain/matching/read-lead.js';
import { searchText } from '../../domain/text/search.js';

/** The keys stored with a lead for the gate and for searches; written whenever one of these fields is. */
export function leadKeys(lead: Omit<LeadIdentity, 'contacts'>) {
  const read = readLead({ ...lead, contacts: [] });
  return {
    matchKey: nameKey(read.name),
    candidateKeys: candidateKeys(read),
    websiteDomain: lead.website === null ? null : ownDomain(lead.website),
    searchText: searchText(lead),
    matchingVersion: MATCHING_VERSION,
  };
}
