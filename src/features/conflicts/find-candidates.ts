import type { Candidate, Evidence, Surroundings } from '../../domain/judge-conflict.js';
import { switchboardsOf } from '../../domain/matching/contact-keys.js';
import type { Tx } from '../../platform/db/open.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { matchTombstones } from '../../platform/keys/tombstone.js';
import { underProtectionSql } from '../leads/require-protected.js';
import { importKeysOf, type Question } from './match-keys.js';

/** Most leads that are judged because they share words of the name in a place, those that share most of them first. */
const MOST_NAMESAKES = 100;
/** Most leads that are judged for one question, those that keep others away first: a number may stand at thousands. */
const MOST_CANDIDATES = 400;
/** Most leads that are judged because they share one domain. */
const MOST_UNDER_DOMAIN = 50;
/** A name that leads in so many cities have is common. */
const COMMON_IN_CITIES = 10;
/** Leads of one name that are looked at to tell in how many cities it is. */
const COUNTED_NAMESAKES = 100;

/** The database's answer to one question. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly surroundings: Surroundings;
}

/**
 * For each question the leads that may be the same company, by any of the keys that it is about, in any state. With
 * the key ring also those of which pseudonymisation left a tombstone. One that the clock has ended counts as EXPIRED,
 * though it is not in the pool yet. The candidates are for a verdict: none of their data may reach an actor who does
 * not see the lead.
 * @param sharedDomains those by which the installation recognises no company
 */
export async function findCandidates(
  tx: Tx,
  questions: readonly Question[],
  keyRing: KeyRing | null,
  now: Date,
  sharedDomains: readonly string[],
): Promise<Found[]> {
  const guarded = underProtectionSql(now);
  const input = questions.map((question, nth) => inputOf(question, nth, keyRing));
  const found = await tx.$queryRaw<FoundRow[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(input)}::jsonb) AS input (
        nth int, id uuid, comes_back boolean, emails text[], phones text[], buried_emails text[],
        buried_phones text[], domains text[], switchboards text[], extensions text[], names int[], imported text[])
    ), found AS (
      SELECT nth, lead_id, 'EMAIL' AS evidence, NULL AS domain, false AS buried
      FROM input CROSS JOIN unnest(emails) AS wanted (email_key) JOIN contact USING (email_key)
      UNION ALL
      SELECT nth, lead_id, 'PHONE', NULL, false
      FROM input CROSS JOIN unnest(phones) AS wanted (phone_key) JOIN contact USING (phone_key)
      UNION ALL
      SELECT nth, lead_id, 'EMAIL', NULL, true
      FROM input CROSS JOIN unnest(buried_emails) AS wanted (email_tombstone)
      JOIN contact USING (email_tombstone)
      UNION ALL
      SELECT nth, lead_id, 'PHONE', NULL, true
      FROM input CROSS JOIN unnest(buried_phones) AS wanted (phone_tombstone)
      JOIN contact USING (phone_tombstone)
      UNION ALL
      SELECT nth, lead_id, 'SWITCHBOARD', NULL, false
      FROM input CROSS JOIN unnest(switchboards) AS wanted (switchboard) JOIN contact USING (switchboard)
      UNION ALL
      SELECT nth, lead_id, 'SWITCHBOARD', NULL, false
      FROM input CROSS JOIN unnest(extensions) AS wanted (phone_key) JOIN contact USING (phone_key)
      UNION ALL
      SELECT nth, here.id, 'DOMAIN', wanted.domain, false
      FROM input CROSS JOIN unnest(domains) AS wanted (domain) CROSS JOIN LATERAL (
        (SELECT id FROM lead WHERE website_domain = wanted.domain LIMIT ${MOST_UNDER_DOMAIN}::int)
        UNION
        (SELECT lead_id FROM contact WHERE email_domain = wanted.domain LIMIT ${MOST_UNDER_DOMAIN}::int)
      ) AS here
      UNION ALL
      SELECT nth, lead.id, 'IMPORT', NULL, false
      FROM input CROSS JOIN unnest(imported) AS wanted (import_key) JOIN lead USING (import_key)
      UNION ALL
      SELECT nth, lead.id, 'RE_REGISTRATION', NULL, false
      FROM input JOIN lead ON lead.former_lead_id = input.id WHERE comes_back
      UNION ALL
      SELECT nth, former_lead_id, 'RE_REGISTRATION', NULL, false
      FROM input JOIN lead USING (id) WHERE comes_back AND former_lead_id IS NOT NULL
      UNION ALL
      SELECT nth, namesake.id, 'NAME', NULL, false
      FROM input CROSS JOIN LATERAL (
        SELECT lead.id FROM lead WHERE lead.candidate_keys && input.names
        ORDER BY (SELECT count(*) FROM unnest(lead.candidate_keys) AS key WHERE key = ANY(input.names)) DESC,
          (${guarded} OR lead.status = 'CONVERTED') DESC, lead.id DESC
        LIMIT ${MOST_NAMESAKES}::int
      ) AS namesake
      WHERE input.names IS NOT NULL
    )
    SELECT nth, id, status, "companyName", city, country, "postalCode", "nameKey", evidence, domains, buried
    FROM (
      SELECT met.nth, lead.id,
        CASE WHEN ${guarded} OR lead.status <> 'ACTIVE' THEN lead.status ELSE 'EXPIRED' END AS status,
        lead.company_name AS "companyName", lead.city, lead.country,
        lead.postal_code AS "postalCode", lead.match_key AS "nameKey", met.evidence, met.domains, met.buried,
        row_number() OVER (PARTITION BY met.nth
          ORDER BY (${guarded} OR lead.status = 'CONVERTED') DESC, lead.id DESC) AS rank
      FROM (
        SELECT nth, lead_id, array_agg(DISTINCT evidence) AS evidence, bool_and(buried) AS buried,
          coalesce(array_agg(DISTINCT domain) FILTER (WHERE domain IS NOT NULL), '{}') AS domains
        FROM found GROUP BY nth, lead_id
      ) AS met
      JOIN input ON input.nth = met.nth AND input.id IS DISTINCT FROM met.lead_id
      -- One that was merged stands for the lead that it leads on to, under its own name.
      -- One by one by its key: how many there are the planner cannot know, and it must not read all leads.
      CROSS JOIN LATERAL (
        SELECT coalesce(kept.id, met_lead.id) AS id, coalesce(kept.status, met_lead.status) AS status,
          CASE WHEN kept.id IS NULL THEN met_lead.expires_at ELSE kept.expires_at END AS expires_at,
          met_lead.company_name, met_lead.city, met_lead.country, met_lead.postal_code, met_lead.match_key
        FROM lead met_lead LEFT JOIN lead kept ON kept.id = met_lead.merged_into_id
        WHERE met_lead.id = met.lead_id OFFSET 0
      ) AS lead
      WHERE lead.id IS DISTINCT FROM input.id
    ) AS candidate
    WHERE rank <= ${MOST_CANDIDATES}::int
    ORDER BY nth, id`;
  const rows: FoundRow[][] = questions.map(() => []);
  for (const row of found) rows[row.nth]?.push(row);
  const common = await commonNames(tx, questions);
  const shared = new Set(sharedDomains);
  return questions.map(({ keys }, nth) => ({
    candidates: rows[nth] ?? [],
    surroundings: {
      commonName: keys.name !== null && common.has(keys.name.key),
      sharedDomains: shared,
    },
  }));
}

/** Those of the names in question that leads in many cities have. */
async function commonNames(tx: Tx, questions: readonly Question[]): Promise<Set<string>> {
  const names = [...new Set(questions.flatMap(({ keys }) => keys.name?.key ?? []))];
  if (names.length === 0) return new Set();
  const common = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM unnest(${names}::text[]) AS name CROSS JOIN LATERAL (
      SELECT count(DISTINCT city) AS cities
      FROM (SELECT city FROM lead WHERE match_key = name LIMIT ${COUNTED_NAMESAKES}::int) AS namesake
    ) AS counted
    WHERE cities >= ${COMMON_IN_CITIES}::int`;
  return new Set(common.map(({ name }) => name));
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
  const phones = keys.phones.map(({ number }) => number);
  const buried = (values: readonly string[]) =>
    keyRing === null ? [] : values.flatMap((value) => matchTombstones(keyRing, value));
  return {
    nth,
    id: leadId,
    comes_back: comesBack,
    emails: keys.emails,
    phones,
    buried_emails: buried(keys.emails),
    buried_phones: buried(phones),
    domains: keys.domains,
    ...switchboardsOf(keys.phones),
    names: keys.name?.candidates ?? null,
    imported: keys.name === null ? [] : importKeysOf(company),
  };
}
