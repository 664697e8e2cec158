import type { Tx } from '../db/open.js';
import type { Company } from '../domain/judge-conflict.js';
import { companyDomain, leadMatchKey, normalizeEmail, normalizePhone } from '../domain/matching.js';

/** What a lead is recognised by. */
export interface Recognisable extends Company {
  readonly website: string | null;
  readonly contacts: readonly { readonly email: string | null; readonly phone: string | null }[];
}

/** A company and those of its keys that a verb writes: by them it can meet another lead. */
export interface Question {
  readonly company: Company;
  /** The lead itself, which is no conflict; null for a new one. */
  readonly leadId: string | null;
  readonly keys: MatchKeys;
  /** Whether the lead comes back as it is: what was registered as it anew counts too. */
  readonly comesBack: boolean;
}

export interface MatchKeys {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly domain: string | null;
  /** Company, city and country in normal form; null where the name is none of what is written. */
  readonly company: string | null;
}

/** The question about a lead all of whose keys are written. */
export function questionOf(lead: Recognisable, leadId: string | null = null): Question {
  return { company: lead, leadId, keys: matchKeysOf(lead), comesBack: false };
}

export function matchKeysOf(lead: Recognisable): MatchKeys {
  return {
    ...contactKeys(lead.contacts, lead.country),
    domain: lead.website === null ? null : companyDomain(lead.website),
    company: leadMatchKey(lead),
  };
}

/** The keys of contacts alone. */
export function contactKeys(contacts: Recognisable['contacts'], country: string): MatchKeys {
  return {
    emails: contacts.flatMap(({ email }) => (email && normalizeEmail(email)) || []),
    phones: contacts.flatMap(({ phone }) => (phone && normalizePhone(phone, country)) || []),
    domain: null,
    company: null,
  };
}

/** The keys under which an earlier import of the company is found, its own one first. */
export function importKeysOf({ postalCode, ...company }: Company): string[] {
  const key = leadMatchKey(company);
  return postalCode === null ? [`${key}|`] : [`${key}|${postalCode}`, `${key}|`];
}

/** The keys as text, each of which belongs to the one who registered it first. */
export function keyTexts({ emails, phones, domain, company }: MatchKeys): string[] {
  return [
    ...emails.map((email) => `email ${email}`),
    ...phones.map((phone) => `phone ${phone}`),
    ...(domain === null ? [] : [`domain ${domain}`]),
    ...(company === null ? [] : [`company ${company}`]),
  ];
}

/** Namespace of the advisory locks on match keys. */
const LOCK_CLASS = 4_711_002;

/**
 * Makes other verbs that are about to write one of these keys wait until this transaction has ended.
 * Locks in the order of their numbers, so that two of them cannot wait for each other.
 */
export async function lockMatchKeys(tx: Tx, leads: readonly MatchKeys[]): Promise<void> {
  const keys = [...new Set(leads.flatMap(keyTexts))];
  if (keys.length === 0) return;
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, number)
    FROM (SELECT DISTINCT hashtext(key) AS number FROM unnest(${keys}::text[]) AS key ORDER BY 1) AS numbers`;
}
