import type { Comparable } from './compare-companies.js';
import { ownDomain, phoneKey } from './contact-keys.js';
import { normalizeEmail } from './normal-forms.js';
import { readCity } from './read-city.js';
import { readName } from './read-name.js';

/** The data of a lead that companies are compared by. */
export interface LeadIdentity {
  readonly companyName: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly postalCode: string | null;
  readonly website: string | null;
  readonly contacts: readonly { readonly email: string | null; readonly phone: string | null }[];
}

export function readLead(lead: LeadIdentity): Comparable {
  const country = lead.country.trim().toUpperCase();
  const city = readCity(lead.city, country, lead.postalCode);
  const placeWords = city.places.flatMap(({ base, additions, postalCodes }) => [
    ...base.split(' '),
    ...additions,
    ...postalCodes,
  ]);
  const cityWords = [...city.words, ...placeWords, ...(city.postalCode ? [city.postalCode] : [])];
  const emails = lead.contacts.flatMap(({ email }) => (email && normalizeEmail(email)) || []);
  const sites = lead.website === null ? emails : [...emails, lead.website];
  return {
    name: readName(lead.companyName, cityWords),
    city,
    emails,
    phones: lead.contacts.flatMap(({ phone }) => (phone && phoneKey(phone, country)) || []),
    domains: [...new Set(sites.flatMap((site) => ownDomain(site) ?? []))],
  };
}
