import { MATCHING_VERSION } from '../../src/domain/matching/candidate-keys.js';
import type { TestDatabase } from './database.js';

/** Territories are T0 to T9 and `T rare`, where the leads of `rareRep` are. */
export interface BulkSeed {
  readonly now: Date;
  /** Forty, who have as many leads each. */
  readonly reps: readonly string[];
  /** Owns five leads: what is rare is what tempts the planner to read everything. */
  readonly rareRep: string;
}

const TOTAL = 100_000;

/** Every nth lead is due for something: a hundred of each kind in 100,000. */
const DUE_EVERY = 1000;

/**
 * A company's worth of rows, made by the database itself, with statistics. As in life most leads are ACTIVE, and few
 * things are due.
 */
export async function seedBulk(db: TestDatabase, seed: BulkSeed): Promise<void> {
  const { now, reps, rareRep } = seed;
  await db.transaction(
    async (tx) => {
      const run = (sql: string, ...params: unknown[]) => tx.$executeRawUnsafe(sql, ...params);
      // No foreign keys to look up, no triggers.
      await run('SET LOCAL session_replication_role = replica');
      // Built at the end, indexes cost a fraction of what they cost row by row.
      const indexes = await tx.$queryRaw<{ name: string; definition: string }[]>`
        SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
        FROM pg_index
        JOIN pg_class ON pg_class.oid = indrelid
        WHERE relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' AND NOT indisprimary`;
      for (const { name } of indexes) await run(`DROP INDEX ${name}`);
      await run(LEADS, now.toISOString(), TOTAL, [...reps], rareRep, DUE_EVERY);
      for (const sql of PER_LEAD) await run(sql);
      for (const [sql, rows] of LOGS) await run(sql, now.toISOString(), rows, [...reps]);
      for (const { definition } of indexes) await run(definition);
      await run('UPDATE event_log SET last_position = (SELECT max(position) FROM domain_event)');
    },
    { timeoutMs: 120_000 },
  );
  await db.query('ANALYZE');
}

/** Grows with n, as ids do that are made from the time. */
const uuid = (table: string, n: string) =>
  `(lpad(to_hex(${n}), 12, '0') || right(md5('${table}' || ${n}), 20))::uuid`;

const LEADS = `
  INSERT INTO lead (id, company_name, city, country, business_type, stage, status, source, website, website_domain, match_key,
    candidate_keys, matching_version, search_text, territory, owner_id, registered_at, ended_at, end_reason, import_key, created_at, updated_at, assigned_at,
    progress_anchor, warning_due_at, progress_deadline, warning_issued_at, warned_at, grace_ends_at, base_ends_at, base_reminder_due_at,
    base_reminded_at, expires_at, on_hold, hold_changes_at, hold_intervals, postal_code, tags, estimated_volume, owner_sort, last_activity_at)
  SELECT ${uuid('lead', 'n')}, company, city, CASE n % 20 WHEN 0 THEN 'AT' ELSE 'DE' END,
    (ARRAY['HOTEL', 'CANTEEN', 'RESTAURANT'])[1 + n % 3],
    (ARRAY['PRE_REGISTRATION', 'REGISTERED', 'QUALIFIED'])[1 + n / 100 % 3], status,
    CASE n % 4 WHEN 0 THEN 'fair' END, CASE n % 2 WHEN 0 THEN 'company' || n || '.example' END,
    CASE n % 2 WHEN 0 THEN 'company' || n || '.example' END,
    lower(company),
    -- As many as a name of two words has, of which some are those of thousands.
    (SELECT array_agg(hashtext(CASE WHEN k < 3 THEN city || k ELSE company || city || k END)) FROM generate_series(1, 12) AS k),
    ${MATCHING_VERSION}, lower(company || ' ' || city),
    CASE n % 20000 WHEN 1 THEN 'T rare' ELSE 'T' || n % 10 END,
    CASE WHEN status IN ('EXPIRED', 'RELEASED') THEN NULL WHEN n % 20000 = 1 THEN $4::uuid
      ELSE ($3::uuid[])[1 + n % 40] END,
    at, ended_at,
    CASE status WHEN 'ACTIVE' THEN NULL WHEN 'EXPIRED' THEN 'NO_PROGRESS' ELSE status END,
    CASE n % 2 WHEN 0 THEN 'key ' || n END, at,
    CASE n % $5::int WHEN 300 THEN now - interval '200 days' ELSE now - n % 50 * interval '1 day' END,
    at, at,
    now + CASE n % $5::int WHEN 2 THEN interval '-1 hour' ELSE n % 53 * interval '1 day' + interval '1 hour' END,
    CASE WHEN n % 9 > 0 THEN now + n % 60 * interval '1 day' + interval '1 hour' END,
    CASE WHEN n % 6 = 0 THEN now - n % 7 * interval '1 day' END,
    CASE WHEN n % 6 = 0 THEN now - n % 7 * interval '1 day' END, NULL,
    now + (n % 180 + 1) * interval '1 day',
    now + CASE n % $5::int WHEN 3 THEN interval '-1 hour' ELSE n % 170 * interval '1 day' + interval '1 hour' END,
    CASE WHEN n % 7 = 0 THEN now - interval '1 day' END,
    CASE WHEN n % $5::int = 4 THEN now - interval '1 hour'
      WHEN n % 9 > 0 THEN now + (n % 180 + 1) * interval '1 day' END,
    n % 50 = 5,
    CASE n % 50 WHEN 5 THEN now + CASE n % $5::int WHEN 5 THEN interval '-1 minute' ELSE interval '5 days' END END,
    '[]', lpad((n % 97000 + 1000)::text, 5, '0'),
    CASE WHEN n / 13 % 5000 = 0 THEN '{rare,fair}'::text[] WHEN n / 17 % 4 = 0 THEN '{fair}' ELSE '{}' END,
    CASE WHEN n / 11 % 3 > 0 THEN n % 20000 END,
    CASE WHEN status NOT IN ('EXPIRED', 'RELEASED') THEN 'agent ' || CASE WHEN n % 20000 = 1 THEN 99 ELSE n % 40 END END,
    CASE WHEN n / 19 % 8 > 0 THEN now - n / 23 % 90 * interval '1 day' END
  FROM (
    SELECT n, $1::timestamptz AS now, $1::timestamptz - (n + 20000) * interval '9 minutes' AS at,
      (ARRAY['Hotel', 'Gasthof', 'Kantine', 'Bistro', 'Werk', 'Klinik', 'Schule'])[1 + n % 7] || ' '
        || substr(md5(n::text), 1, 7) AS company,
      'Stadt' || n % 499 AS city,
      CASE WHEN n % 100 < 80 THEN 'ACTIVE' WHEN n % 100 < 88 THEN 'EXPIRED' WHEN n % 100 < 92 THEN 'RELEASED'
        WHEN n % 100 < 96 THEN 'CONVERTED' ELSE 'LOST' END AS status,
      CASE WHEN n % 100 >= 80 THEN $1::timestamptz - CASE n % $5::int WHEN 181 THEN interval '100 days'
        ELSE n % 55 * interval '1 day' END END AS ended_at
    FROM generate_series(1, $2::int) AS n
  ) AS source`;

const PER_LEAD = [
  `INSERT INTO ownership (id, lead_id, owner_id, assigned_at, ended_at, end_reason)
   SELECT id, id, coalesce(owner_id, id), assigned_at, ended_at, CASE WHEN ended_at IS NOT NULL THEN end_reason END
   FROM lead`,
  `INSERT INTO contact (id, lead_id, name, email, email_key, email_domain, phone, phone_key, switchboard, "primary")
   SELECT id, id, 'Erika Muster', 'info@' || website, 'info@' || website, website, '+49' || right(website, 8),
     '+49' || website, left(website, -2), true
   FROM lead`,
];

/** $1 now, $2 rows, $3 the agents. The rows are spread over the leads, never two for one. */
const of = (table: string) =>
  `SELECT ${uuid(table, 'n')} AS id, ${uuid('lead', `(1 + n * 7919 % ${TOTAL})`)} AS lead_id, n,
     ($3::uuid[])[1 + n % 40] AS user_id,
     $1::timestamptz AS now, $1::timestamptz - n * interval '17 minutes' AS at
   FROM generate_series(1, $2::int) AS n`;

const LOGS: readonly (readonly [sql: string, rows: number])[] = [
  [
    `INSERT INTO activity (id, lead_id, ownership_id, author_id, kind, performed_at)
     SELECT id, lead_id, lead_id, user_id, CASE n % 5 WHEN 0 THEN 'MEETING' ELSE 'EMAIL' END, at
     FROM (${of('activity')}) AS source`,
    40_000,
  ],
  [
    `INSERT INTO hold (id, lead_id, ownership_id, started_by_id, reason, start_at, end_at)
     SELECT id, lead_id, lead_id, user_id, 'SUPPLY_ISSUE', at, at + interval '9 days'
     FROM (${of('hold')}) AS source`,
    20_000,
  ],
  [
    `INSERT INTO reminder (id, lead_id, ownership_id, recipient_id, kind, window_start, due_at, sent_at, delivered_at)
     SELECT source.id, lead_id, lead_id, coalesce(lead.owner_id, user_id),
       CASE n % 4 WHEN 0 THEN 'FOLLOW_UP' ELSE 'PROGRESS_WARNING' END, at, at, CASE WHEN n % 1000 > 0 THEN at END,
       CASE WHEN n % 1000 > 0 THEN at END
     FROM (${of('reminder')}) AS source JOIN lead ON lead.id = lead_id`,
    30_000,
  ],
  [
    `INSERT INTO sample (id, lead_id, requested_by_id, status, created_at)
     SELECT id, lead_id, user_id, CASE WHEN n % 100 > 0 THEN 'FEEDBACK_RECEIVED' ELSE 'REQUESTED' END, at
     FROM (${of('sample')}) AS source`,
    20_000,
  ],
  [
    `INSERT INTO sample_item (id, sample_id, sku, name, quantity)
     SELECT id, ${uuid('sample', 'n')}, 'A-1', 'Apple', 1 FROM (${of('item')}) AS source`,
    20_000,
  ],
  [
    `INSERT INTO extension_request (id, lead_id, ownership_id, requested_by_id, months, reason, status, decided_at,
       created_at)
     SELECT id, lead_id, lead_id, user_id, 1, 'Trade fair', CASE WHEN n % 200 > 0 THEN 'APPROVED' ELSE 'OPEN' END,
       CASE WHEN n % 200 > 0 THEN at END, at
     FROM (${of('extension')}) AS source`,
    20_000,
  ],
  [
    `INSERT INTO domain_event (id, position, type, occurred_at, lead_id, owner_id, territory, payload)
     SELECT source.id, n, CASE n % 3 WHEN 0 THEN 'LEAD_UPDATED' ELSE 'ACTIVITY_LOGGED' END, at,
       CASE WHEN n % 100 > 0 THEN lead_id END, lead.owner_id, lead.territory, '{}'
     FROM (${of('event')}) AS source JOIN lead ON lead.id = lead_id`,
    40_000,
  ],
  [
    `INSERT INTO audit_entry (id, occurred_at, actor_id, action, entity, entity_id, lead_id, after, salt, content_digest,
       position, hash)
     SELECT id, at, user_id, CASE n % 2 WHEN 0 THEN 'updateLead' ELSE 'logActivity' END, 'Lead', lead_id, lead_id, '{}',
       'salt', 'digest', n, 'hash'
     FROM (${of('audit')}) AS source`,
    40_000,
  ],
  [
    `INSERT INTO outbox_email (id, template, locale, recipient, data, dedupe_key, lead_id, status, message_id,
       next_attempt_at, created_at, sent_at)
     SELECT id, 'follow-up', 'de', 'rep' || n % 40 || '@example.com', '{}', 'key ' || n,
       CASE WHEN n % 10 > 0 THEN lead_id END,
       CASE WHEN n % 1000 > 0 THEN 'SENT' ELSE 'PENDING' END, 'message ' || n, at, at,
       CASE WHEN n % 1000 > 0 THEN at END
     FROM (${of('outbox')}) AS source`,
    30_000,
  ],
  [
    `INSERT INTO webhook (id, user_id, name, url, types, epoch, position, next_attempt_at, created_at)
     SELECT id, user_id, 'CRM', 'https://crm.example', CASE n % 2 WHEN 0 THEN '{LEAD_UPDATED}'::text[] ELSE '{}' END,
       (SELECT epoch FROM event_log), 30000, at, at
     FROM (${of('webhook')}) AS source`,
    40,
  ],
  [
    `INSERT INTO webhook_delivery (id, webhook_id, event_id, position, message_id, type, status, attempts,
       next_attempt_at, created_at, settled_at)
     SELECT id, ${uuid('webhook', '1 + n % 40')}, ${uuid('event', 'n')}, n, 'message ' || n, 'LEAD_UPDATED',
       CASE WHEN n % 1000 = 0 THEN 'DEAD' ELSE 'DELIVERED' END, 1, at, at,
       CASE WHEN n > 11900 THEN now - interval '60 days' ELSE at END
     FROM (${of('delivery')}) AS source`,
    12_000,
  ],
  [
    `INSERT INTO webhook_attempt (id, delivery_id, started_at, duration_ms, status_code)
     SELECT id, ${uuid('delivery', 'n')}, at, 5, 200 FROM (${of('attempt')}) AS source`,
    12_000,
  ],
  [
    `INSERT INTO import_job (id, created_by_id, file_name, content_hash, status, created_at, finished_at)
     SELECT id, user_id, 'leads.csv', n::text, 'FINISHED', at,
       CASE WHEN n > 11900 THEN now - interval '30 days' ELSE now - n % 100 * interval '1 hour' END
     FROM (${of('import')}) AS source`,
    12_000,
  ],
  [
    `INSERT INTO import_row (id, import_id, line, outcome, lead_id, problems)
     SELECT id, ${uuid('import', '1 + n % 12000')}, n, 'CREATED', lead_id,
       CASE n % 2 WHEN 0 THEN '[{}]'::jsonb ELSE '[]' END
     FROM (${of('row')}) AS source`,
    30_000,
  ],
  [
    `INSERT INTO job_run (id, job, slot, trigger, status, as_of, started_at, finished_at)
     SELECT id, (ARRAY['progress-warning', 'protection-expiry', 'pseudonymization', 'import-archival'])[1 + n % 4],
       at, 'SCHEDULE', 'SUCCEEDED', at, at, at
     FROM (${of('run')}) AS source`,
    12_000,
  ],
  [
    `INSERT INTO idempotency_key (actor_id, verb, key, request_hash, result_id, created_at)
     SELECT user_id, 'logActivity', lpad(n::text, 6, '0'), 'hash', id, at FROM (${of('key')}) AS source`,
    100_000,
  ],
];

/** The id of row `n` of a table that `seedBulk` filled. */
export async function bulkId(db: TestDatabase, table: string, n: number): Promise<string> {
  const [row] = await db.query<{ id: string }>(`SELECT ${uuid(table, '$1::int')}::text AS id`, [n]);
  if (!row) throw new Error('The database made no id.');
  return row.id;
}
