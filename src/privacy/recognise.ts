import type { Tx } from '../db/open.js';
import type { MatchKeys } from '../leads/find-protected.js';
import { underProtectionSql } from '../leads/require-protected.js';
import type { KeyRing } from './key-ring.js';
import { matchTombstones } from './tombstone.js';

/** A lead at which somebody was known before. */
export interface FormerLead {
  readonly id: string;
  /** EXPIRED also of one that the clock has ended, though it is not in the pool yet. */
  readonly status: string;
  /** Whether it was a tombstone that told. */
  readonly buried: boolean;
}

/**
 * For each of the leads the latest other one that had one of its e-mail addresses or phone numbers
 * and is not under protection, or where a tombstone is left of one, under whichever key of the ring;
 * one under protection goes before.
 * Say nothing about it to whoever may not see it.
 */
export async function recognise(
  tx: Tx,
  keyRing: KeyRing,
  leads: readonly Pick<MatchKeys, 'emails' | 'phones'>[],
  now: Date,
): Promise<(FormerLead | null)[]> {
  const guarded = underProtectionSql(now);
  const input = leads.map(({ emails, phones }, nth) => ({
    nth,
    emails,
    phones,
    buried_emails: emails.flatMap((email) => matchTombstones(keyRing, email)),
    buried_phones: phones.flatMap((phone) => matchTombstones(keyRing, phone)),
  }));
  const found = await tx.$queryRaw<(FormerLead & { nth: number })[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(input)}::jsonb) AS input (
        nth int, emails text[], phones text[], buried_emails text[], buried_phones text[])
    ), known AS (
      SELECT nth, lead_id, false AS buried
      FROM input CROSS JOIN unnest(emails) AS wanted (email_key) JOIN contact USING (email_key)
      UNION ALL
      SELECT nth, lead_id, false
      FROM input CROSS JOIN unnest(phones) AS wanted (phone_key) JOIN contact USING (phone_key)
      UNION ALL
      SELECT nth, lead_id, true
      FROM input CROSS JOIN unnest(buried_emails) AS wanted (email_tombstone)
      JOIN contact USING (email_tombstone)
      UNION ALL
      SELECT nth, lead_id, true
      FROM input CROSS JOIN unnest(buried_phones) AS wanted (phone_tombstone)
      JOIN contact USING (phone_tombstone)
    )
    SELECT nth, lead.id, known.buried,
      CASE WHEN ${guarded} THEN 'ACTIVE' WHEN lead.status = 'ACTIVE' THEN 'EXPIRED' ELSE lead.status END AS status
    FROM known JOIN lead ON lead.id = known.lead_id
    WHERE known.buried OR NOT ${guarded}
    ORDER BY nth, ${guarded}, lead.id, known.buried`;
  // What is under protection comes last, else the latest: ids grow with time.
  const latest = new Map(found.map(({ nth, ...former }) => [nth, former]));
  return leads.map((_lead, nth) => latest.get(nth) ?? null);
}
