import { candidateKeys, nameKey, nameLocks } from '../../domain/matching/candidate-keys.js';
import type { Comparable } from '../../domain/matching/compare-companies.js';
import { leadMatchKey } from '../../domain/matching/normal-forms.js';
import { type LeadIdentity, readLead } from '../../domain/matching/read-lead.js';
import type { Tx } from '../../platform/db/open.js';

/** A company and those of its keys that a verb writes: by them it can meet another lead. */
export interface Question {
  readonly company: Omit<LeadIdentity, 'website' | 'contacts'>;
  /** The lead itself, which is no conflict; null for a new one. */
  readonly leadId: string | null;
  readonly keys: MatchKeys;
  /** Whether the lead comes back unchanged: leads that were registered as it anew count too. */
  readonly comesBack: boolean;
}

export interface MatchKeys extends Pick<Comparable, 'emails' | 'phones' | 'domains'> {
  /** Null if the name is not written. */
  readonly name: {
    /** The keys by which candidates are found. */
    readonly candidates: readonly number[];
    readonly key: string;
    readonly locks: readonly string[];
    /** Company, city and country in normal form: the identity of a company in counts. */
    readonly company: string;
  } | null;
}

/** The question about a lead all of whose keys are written. */
export function questionOf(lead: LeadIdentity, leadId: string | null = null): Question {
  return { company: lead, leadId, keys: matchKeysOf(lead), comesBack: false };
}

export function matchKeysOf(lead: LeadIdentity): MatchKeys {
  const { name, city, emails, phones, domains } = readLead(lead);
  return {
    emails,
    phones,
    domains,
    name: {
      candidates: candidateKeys({ name, city }),
      key: nameKey(name),
      locks: nameLocks(name),
      company: leadMatchKey(lead),
    },
  };
}

/** The keys of contacts alone. */
export function contactKeys(contacts: LeadIdentity['contacts'], country: string): MatchKeys {
  const nameless = { companyName: '', city: '', postalCode: null, website: null };
  const { emails, phones, domains } = readLead({ ...nameless, country, contacts });
  return { emails, phones, domains, name: null };
}

/** The keys under which an earlier import of the company is found, its own one first. */
export function importKeysOf({ postalCode, ...company }: Question['company']): string[] {
  const key = leadMatchKey(company);
  return postalCode === null ? [`${key}|`] : [`${key}|${postalCode}`, `${key}|`];
}

/** The keys as text, by which an asked question is remembered; the company comes last. */
export function keyTexts({ emails, phones, domains, name }: MatchKeys): string[] {
  return [
    ...emails.map((email) => `email ${email}`),
    ...phones.map(({ number }) => `phone ${number}`),
    ...domains.map((domain) => `domain ${domain}`),
    ...(name === null ? [] : [`company ${name.company}`]),
  ];
}

/** Namespace of the advisory locks on match keys. */
const LOCK_CLASS = 4_711_002;

/**
 * Makes other verbs that are about to write one of these keys wait until this transaction has ended.
 * Locks in the order of their numbers, so that two of them cannot wait for each other.
 */
export async function lockMatchKeys(tx: Tx, leads: readonly MatchKeys[]): Promise<void> {
  const keys = [...new Set(leads.flatMap(locksOf))];
  if (keys.length === 0) return;
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, number)
    FROM (SELECT DISTINCT hashtext(key) AS number FROM unnest(${keys}::text[]) AS key ORDER BY 1) AS numbers`;
}

/** Two leads that are certainly one share at least one of these. */
function locksOf(keys: MatchKeys): string[] {
  return [
    ...keyTexts({ ...keys, name: null }),
    ...(keys.name?.locks ?? []).map((lock) => `name ${lock}`),
  ];
}
