import type pg from 'pg';
import { MATCHING_VERSION } from '../src/domain/matching/candidate-keys.js';

export const BENCH_NOW = '2026-06-01T00:00:00Z';

/**
 * Users and `total` ACTIVE leads with their ownerships, written by the server itself. The first `due` of them expired
 * within the night before BENCH_NOW, the others are years from any deadline.
 */
export async function seedLeads(
  client: pg.Client,
  { total, due }: { total: number; due: number },
): Promise<void> {
  await client.query(`
    INSERT INTO user_account (id, email, name, role, locale)
    SELECT gen_random_uuid(), 'rep' || n || '@bench.example', 'Rep ' || n, 'REP', 'de'
    FROM generate_series(1, 40) n`);
  await client.query(`
    INSERT INTO user_account (id, email, name, role, locale)
    VALUES (gen_random_uuid(), 'manager@bench.example', 'Manager', 'MANAGER', 'de')`);
  await addLeads(client, { total, due });
}

/** More leads for the users that are there. */
export async function addLeads(
  client: pg.Client,
  { total, due }: { total: number; due: number },
): Promise<void> {
  await client.query(
    `
    WITH reps AS (SELECT array_agg(id ORDER BY email) AS ids FROM user_account WHERE role = 'REP'),
    source AS (
      SELECT gen_random_uuid() AS id, n, ids[1 + n % 40] AS owner_id,
        $1::timestamptz - make_interval(secs => n % 80000) AS due_at,
        n <= $3 AS is_due
      FROM reps, generate_series(1, $2::int) n
    ), leads AS (
      INSERT INTO lead (id, company_name, city, country, business_type, stage, status, match_key, matching_version, search_text,
        owner_id, registered_at, assigned_at, progress_anchor, warning_due_at, progress_deadline, warning_issued_at, warned_at,
        grace_ends_at,
        base_ends_at, expires_at, base_reminder_due_at, base_reminded_at)
      SELECT id, 'Hotel ' || n, 'Stadt ' || n % 500, 'DE', 'HOTEL', 'REGISTERED', 'ACTIVE',
        'DE|stadt ' || n % 500 || '|hotel ' || n, ${MATCHING_VERSION}, 'hotel ' || n, owner_id,
        due_at - interval '100 days', due_at - interval '100 days', due_at - interval '100 days',
        due_at - interval '20 days', due_at - interval '10 days', due_at - interval '20 days', due_at - interval '20 days',
        CASE WHEN is_due THEN due_at ELSE due_at + interval '3000 days' END,
        due_at + interval '4000 days',
        CASE WHEN is_due THEN due_at ELSE due_at + interval '3000 days' END,
        due_at + interval '3990 days', NULL
      FROM source
      RETURNING id, owner_id, assigned_at
    )
    INSERT INTO ownership (id, lead_id, owner_id, assigned_at)
    SELECT gen_random_uuid(), id, owner_id, assigned_at FROM leads`,
    [BENCH_NOW, total, due],
  );
  await client.query('VACUUM ANALYZE lead, ownership');
}
