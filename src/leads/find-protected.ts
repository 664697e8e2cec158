import type { TxContext } from '../context.js';
import { lookUp } from '../db/look-up.js';
import type { Tx } from '../db/open.js';
import { companyDomain, leadMatchKey, normalizeEmail, normalizePhone } from '../domain/matching.js';
import { ConflictError } from '../errors.js';
import { underProtectionSql } from './require-protected.js';

/** What a lead is recognised by. */
export interface Recognisable {
  readonly companyName: string;
  readonly city: string;
  readonly country: string;
  readonly postalCode: string | null;
  readonly website: string | null;
  readonly contacts: readonly { readonly email: string | null; readonly phone: string | null }[];
}

export interface MatchKeys {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly domain: string | null;
  /** Company, city and country in normal form. */
  readonly company: string;
  readonly postalCode: string | null;
}

/** All that anybody learns. */
export const UNDER_PROTECTION = 'This company is under protection already.';

/** Namespace of the advisory locks on match keys. */
const LOCK_CLASS = 4_711_002;

export function matchKeysOf(lead: Recognisable): MatchKeys {
  const { contacts, country } = lead;
  return {
    emails: contacts.flatMap(({ email }) => (email && normalizeEmail(email)) || []),
    phones: contacts.flatMap(({ phone }) => (phone && normalizePhone(phone, country)) || []),
    domain: lead.website === null ? null : companyDomain(lead.website),
    company: leadMatchKey(lead),
    postalCode: lead.postalCode,
  };
}

/** The keys as text, each of which belongs to the one who registered it first. */
export function keyTexts({ emails, phones, domain, company }: MatchKeys): string[] {
  return [
    ...emails.map((email) => `email ${email}`),
    ...phones.map((phone) => `phone ${phone}`),
    ...(domain === null ? [] : [`domain ${domain}`]),
    `company ${company}`,
  ];
}

/** Whether two companies of the same name and city may be one: two known postal codes tell them apart. */
export function mayBeSamePlace(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

/**
 * Makes everybody else who is about to register one of these leads wait until this transaction has
 * ended. Locks in the order of their numbers, so that two of them cannot wait for each other.
 */
export async function lockMatchKeys(tx: Tx, leads: readonly MatchKeys[]): Promise<void> {
  const keys = [...new Set(leads.flatMap(keyTexts))];
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, number)
    FROM (SELECT DISTINCT hashtext(key) AS number FROM unnest(${keys}::text[]) AS key ORDER BY 1) AS numbers`;
}

/**
 * For each lead the one under protection that it repeats, if there is one: same e-mail, phone or website of a
 * contact, or same company in the same place. Say nothing about it to whoever may not see it.
 */
export async function findProtected(
  tx: Tx,
  leads: readonly MatchKeys[],
  now: Date,
  exceptLeadId: string | null = null,
): Promise<(string | null)[]> {
  const guarded = underProtectionSql(now);
  const input = leads.map(({ emails, phones, domain, company }, nth) => ({
    nth,
    emails,
    phones,
    domain,
    company,
  }));
  const found = await tx.$queryRaw<ProtectedRow[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(input)}::jsonb) AS input (
        nth int, emails text[], phones text[], domain text, company text)
    )
    SELECT nth, lead.id, NULL AS "postalCode"
    FROM input CROSS JOIN unnest(emails) AS wanted (email_key)
    JOIN contact USING (email_key)
    JOIN lead ON lead.id = contact.lead_id AND ${guarded}
    UNION ALL
    SELECT nth, lead.id, NULL
    FROM input CROSS JOIN unnest(phones) AS wanted (phone_key)
    JOIN contact USING (phone_key)
    JOIN lead ON lead.id = contact.lead_id AND ${guarded}
    UNION ALL
    SELECT nth, lead.id, NULL
    FROM input JOIN lead ON lead.website = input.domain AND ${guarded}
    UNION ALL
    SELECT nth, lead.id, lead.postal_code
    FROM input JOIN lead ON lead.match_key = input.company AND ${guarded}`;
  const answers: (string | null)[] = leads.map(() => null);
  for (const row of found) {
    const lead = leads[row.nth];
    if (!lead || row.id === exceptLeadId || answers[row.nth]) continue;
    if (mayBeSamePlace(row.postalCode, lead.postalCode)) answers[row.nth] = row.id;
  }
  return answers;
}

/**
 * Refuses a lead that repeats one under protection; until the transaction ends nobody else can
 * register it either. First registered, first served.
 * @throws ConflictError that tells nothing about the other lead
 */
export async function refuseProtected(
  ctx: TxContext,
  lead: Recognisable,
  exceptLeadId: string | null = null,
): Promise<void> {
  const keys = matchKeysOf(lead);
  await lockMatchKeys(ctx.tx, [keys]);
  const [other] = await lookUp(ctx.tx, () => findProtected(ctx.tx, [keys], ctx.now, exceptLeadId));
  if (other) throw new ConflictError(UNDER_PROTECTION, 'COMPANY_PROTECTED');
}

interface ProtectedRow {
  readonly nth: number;
  readonly id: string;
  /** Only of a lead that was found by company and place; of any other it does not matter. */
  readonly postalCode: string | null;
}
