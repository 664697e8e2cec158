import type { Tx } from '../db/open.js';
import type { Candidate, Evidence } from '../domain/judge-conflict.js';
import { searchText } from '../domain/matching.js';
import type { KeyRing } from '../privacy/key-ring.js';
import { matchTombstones } from '../privacy/tombstone.js';
import { importKeysOf, type Question } from './match-keys.js';

/**
 * How similar name and city together are at least, if each is by itself. The searched text also has
 * the legal form, about which the rule does not care.
 */
export const CANDIDATE_SIMILARITY = 0.4;

/** Most leads that resemble a company which are judged, the most similar ones. */
const MOST_ALIKE = 50;

/**
 * For each question the leads that may be the same company, by any of the keys that it is about, in
 * whatever state they are. With the key ring also those of which pseudonymisation left a tombstone.
 * What it finds is for a verdict: nothing of it may reach an actor who does not see the lead.
 */
export async function findCandidates(
  tx: Tx,
  questions: readonly Question[],
  keyRing: KeyRing | null,
): Promise<Candidate[][]> {
  const input = questions.map((question, nth) => inputOf(question, nth, keyRing));
  await tx.$queryRaw`
    SELECT set_config('pg_trgm.similarity_threshold', ${String(CANDIDATE_SIMILARITY)}, true)`;
  const found = await tx.$queryRaw<FoundRow[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(input)}::jsonb) AS input (
        nth int, id uuid, comes_back boolean, emails text[], phones text[], buried_emails text[],
        buried_phones text[], domain text, company text, imported text[], looks_like text)
    ), found AS (
      SELECT nth, lead_id, 'EMAIL' AS evidence, false AS buried
      FROM input CROSS JOIN unnest(emails) AS wanted (email_key) JOIN contact USING (email_key)
      UNION ALL
      SELECT nth, lead_id, 'PHONE', false
      FROM input CROSS JOIN unnest(phones) AS wanted (phone_key) JOIN contact USING (phone_key)
      UNION ALL
      SELECT nth, lead_id, 'EMAIL', true
      FROM input CROSS JOIN unnest(buried_emails) AS wanted (email_tombstone)
      JOIN contact USING (email_tombstone)
      UNION ALL
      SELECT nth, lead_id, 'PHONE', true
      FROM input CROSS JOIN unnest(buried_phones) AS wanted (phone_tombstone)
      JOIN contact USING (phone_tombstone)
      UNION ALL
      SELECT nth, lead.id, 'WEBSITE', false FROM input JOIN lead ON lead.website = input.domain
      UNION ALL
      SELECT nth, lead.id, 'COMPANY', false FROM input JOIN lead ON lead.match_key = input.company
      UNION ALL
      SELECT nth, lead.id, 'IMPORT', false
      FROM input CROSS JOIN unnest(imported) AS wanted (import_key) JOIN lead USING (import_key)
      UNION ALL
      SELECT nth, lead.id, 'RE_REGISTRATION', false
      FROM input JOIN lead ON lead.former_lead_id = input.id WHERE comes_back
      UNION ALL
      SELECT nth, former_lead_id, 'RE_REGISTRATION', false
      FROM input JOIN lead USING (id) WHERE comes_back AND former_lead_id IS NOT NULL
      UNION ALL
      SELECT nth, alike.id, 'RESEMBLANCE', false
      FROM input CROSS JOIN LATERAL (
        SELECT lead.id FROM lead
        WHERE lead.search_text % input.looks_like AND lead.status IN ('ACTIVE', 'CONVERTED')
        ORDER BY similarity(lead.search_text, input.looks_like) DESC, lead.id
        LIMIT ${MOST_ALIKE}::int
      ) AS alike
    )
    SELECT found.nth, lead.id, lead.status, lead.company_name AS "companyName", lead.city,
      lead.country, lead.postal_code AS "postalCode",
      array_agg(DISTINCT evidence) AS evidence, bool_and(buried) AS buried
    FROM found JOIN lead ON lead.id = found.lead_id JOIN input ON input.nth = found.nth
    WHERE input.id IS DISTINCT FROM lead.id
    GROUP BY found.nth, lead.id
    ORDER BY found.nth, lead.id`;
  const candidates: Candidate[][] = questions.map(() => []);
  for (const { nth, ...candidate } of found) candidates[nth]?.push(candidate);
  return candidates;
}

interface FoundRow extends Candidate {
  readonly nth: number;
  readonly evidence: Evidence[];
}

function inputOf(
  { company, leadId, keys, comesBack }: Question,
  nth: number,
  keyRing: KeyRing | null,
) {
  const buried = (values: readonly string[]) =>
    keyRing === null ? [] : values.flatMap((value) => matchTombstones(keyRing, value));
  const writesName = keys.company !== null;
  return {
    nth,
    id: leadId,
    comes_back: comesBack,
    emails: keys.emails,
    phones: keys.phones,
    buried_emails: buried(keys.emails),
    buried_phones: buried(keys.phones),
    domain: keys.domain,
    company: keys.company,
    imported: writesName ? importKeysOf(company) : [],
    looks_like: writesName ? searchText(company) : null,
  };
}
