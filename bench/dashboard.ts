import type pg from 'pg';
import { MATCHING_VERSION } from '../src/domain/matching/candidate-keys.js';
import { foldCounts } from '../src/features/kpis/fold-counts.js';
import { type KpiView, kpiViewOf } from '../src/features/kpis/kpi-view.js';
import { readAllRates } from '../src/features/kpis/kpis.js';
import { readStates } from '../src/features/kpis/read-states.js';
import { newId } from '../src/platform/db/ids.js';
import type { Database } from '../src/platform/db/open.js';
import { withBenchDatabase } from './bench-database.js';
import { type Figure, figure, median, timed } from './measure.js';

const NOW = '2026-06-01T10:30:00Z';

/** What a frame may take: four of them a second are then a fifth of a core. */
const BUDGET_MS = 50;

/**
 * One frame of the live numbers against one bare count by an index, of which a dashboard would need a dozen: the leads
 * whose progress deadline comes within seven days. All as the role that asks, in the same way.
 */
export async function benchDashboard(leads = 1_000_000, runs = 40): Promise<Figure[]> {
  return withBenchDatabase(async (db, client) => {
    await withoutIndexes(client, () => seedMarket(client, leads));
    while (await foldCounts(db)) {}
    await client.query('VACUUM ANALYZE');
    const { auditor, manager, rep } = await viewers(client);
    const frame = (view: KpiView) => measure(runs, () => states(db, view));
    const bare = await measure(runs, () => bareCount(db, auditor));
    const market = await frame(auditor);
    const territory = await frame(manager);
    const agent = await frame(rep);
    const rates = await measure(8, async () => {
      const query = queryOf(db, auditor);
      await readAllRates(query, auditor, new Date(NOW));
    });
    await workOn(client, 2_000);
    const pending = await frame(auditor);
    const fold = await timed(async () => {
      while (await foldCounts(db)) {}
    });
    console.log(
      `folding what 2,000 changed leads left: ${Math.round(fold)} ms; rates of the last days: ${Math.round(rates)} ms`,
    );
    return [
      figure(`dashboard: frame at ${leads} leads / one bare indexed count`, market, bare, 'ms', {
        atMost: 1,
      }),
      figure('dashboard: frame / budget of a fifth of a core', market, BUDGET_MS, 'ms', {
        atMost: 0.5,
      }),
      figure('dashboard: frame with changes to be folded / budget', pending, BUDGET_MS, 'ms', {
        atMost: 1,
      }),
      figure('dashboard: frame of a territory / budget', territory, BUDGET_MS, 'ms', { atMost: 1 }),
      figure('dashboard: frame of an agent with 5,000 leads / budget', agent, BUDGET_MS, 'ms', {
        atMost: 1,
      }),
      figure('dashboard: numbers of the last days / one bare indexed count', rates, bare, 'ms', {
        atMost: 50,
      }),
    ];
  });
}

const queryOf =
  (db: Database, view: KpiView) =>
  <Row>(sql: string, params: readonly unknown[]) =>
    db.queryAs<Row>(view.identity, sql, params);

const states = (db: Database, view: KpiView) =>
  readStates(queryOf(db, view), view.scope, new Date(NOW));

const bareCount = (db: Database, view: KpiView) =>
  db.queryAs(
    view.identity,
    `SELECT count(*)::int AS n FROM lead WHERE status = 'ACTIVE'
       AND progress_deadline > $1::timestamptz AND progress_deadline <= $1::timestamptz + interval '7 days'`,
    [NOW],
  );

async function measure(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  // The first are planned anew.
  for (let run = 0; run < runs + 6; run += 1) times.push(await timed(work));
  return median(times.slice(6));
}

async function viewers(client: pg.Client) {
  const { rows } = await client.query(
    `SELECT id FROM user_account WHERE email = 'rep1@bench.example'`,
  );
  const base = { name: '', email: null, scopes: null };
  return {
    auditor: kpiViewOf({ ...base, id: newId(), role: 'AUDITOR', territory: null }),
    manager: kpiViewOf({ ...base, id: newId(), role: 'MANAGER', territory: 'T3' }),
    rep: kpiViewOf({ ...base, id: rows[0]?.id, role: 'REP', territory: null }),
  };
}

/** Built at the end, indexes cost a fraction of what they cost row by row. */
export async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index
    WHERE indrelid IN ('lead'::regclass, 'activity'::regclass, 'domain_event'::regclass, 'reminder'::regclass)
      AND NOT indisprimary`);
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}

/** A market as it is in life: 200 agents in 20 territories, deadlines spread over sixty days, one lead in a hundred on hold. */
export async function seedMarket(client: pg.Client, leads: number): Promise<void> {
  await client.query(`
    INSERT INTO user_account (id, email, name, role, locale)
    SELECT gen_random_uuid(), 'rep' || n || '@bench.example', 'Rep ' || n, 'REP', 'de'
    FROM generate_series(1, 200) n`);
  await client.query(
    `
    INSERT INTO lead (id, company_name, city, country, business_type, stage, status, match_key, matching_version, search_text, territory,
      owner_id, registered_at, ended_at, end_reason, assigned_at, progress_anchor, warning_due_at, progress_deadline,
      warning_issued_at, warned_at, grace_ends_at, base_ends_at, expires_at, on_hold, hold_changes_at, hold_intervals)
    SELECT gen_random_uuid(), 'Hotel ' || n, 'Stadt ' || n % 500, 'DE', (ARRAY['HOTEL', 'CATERING', 'CANTEEN'])[1 + n % 3],
      'REGISTERED', status, 'DE|stadt ' || n % 500 || '|hotel ' || n, ${MATCHING_VERSION}, 'hotel ' || n, 'T' || n % 20,
      CASE WHEN status IN ('ACTIVE', 'CONVERTED', 'LOST') THEN ids[1 + n % 200] END, registered_at,
      CASE WHEN status <> 'ACTIVE' THEN now - interval '20 days' END,
      CASE status WHEN 'ACTIVE' THEN NULL WHEN 'EXPIRED' THEN 'NO_PROGRESS' ELSE status END,
      registered_at, deadline - interval '60 days', deadline - interval '7 days', deadline,
      CASE WHEN deadline < now + interval '7 days' THEN deadline - interval '7 days' END,
      CASE WHEN deadline < now + interval '7 days' THEN deadline - interval '7 days' END,
      CASE WHEN deadline < now + interval '7 days' THEN deadline + interval '10 days' END,
      registered_at + interval '180 days',
      least(registered_at + interval '180 days', CASE WHEN deadline < now + interval '7 days' THEN deadline + interval '10 days' END),
      n % 100 = 7, CASE WHEN n % 200 = 7 THEN now + interval '3 days' END,
      CASE WHEN n % 100 = 7 THEN jsonb_build_array(jsonb_build_array(
        (extract(epoch FROM now - interval '2 days') * 1000)::bigint,
        CASE WHEN n % 200 = 7 THEN (extract(epoch FROM now + interval '3 days') * 1000)::bigint END)) ELSE '[]' END
    FROM (
      SELECT n, now, now - random() * interval '180 days' AS registered_at,
        -- One in ten lets the deadline pass.
        CASE WHEN random() < 0.02 THEN now - random() * interval '10 days' ELSE now + random() * interval '60 days' END
          AS deadline,
        CASE WHEN n % 100 < 85 THEN 'ACTIVE' WHEN n % 100 < 93 THEN 'EXPIRED' WHEN n % 100 < 96 THEN 'CONVERTED' ELSE 'LOST' END
          AS status
      FROM generate_series(1, $2::int) n, (SELECT $1::timestamptz AS now) AS clock
    ) AS source,
    (SELECT array_agg(id ORDER BY email) AS ids FROM user_account WHERE role = 'REP') AS reps`,
    [NOW, leads],
  );
  await client.query(`INSERT INTO ownership (id, lead_id, owner_id, assigned_at)
    SELECT id, id, owner_id, assigned_at FROM lead WHERE status = 'ACTIVE'`);
  await client.query(
    `INSERT INTO activity (id, lead_id, ownership_id, author_id, kind, performed_at)
     SELECT gen_random_uuid(), id, id, owner_id, 'EMAIL', $1::timestamptz - random() * interval '30 days'
     FROM lead WHERE status = 'ACTIVE'`,
    [NOW],
  );
  await client.query(
    `INSERT INTO domain_event (id, position, type, occurred_at, lead_id, owner_id, territory, payload)
     SELECT gen_random_uuid(), row_number() OVER (), CASE status WHEN 'EXPIRED' THEN 'LEAD_PROTECTION_EXPIRED'
       ELSE 'LEAD_' || status END, $1::timestamptz - random() * interval '90 days', id, owner_id, territory, '{}'
     FROM lead WHERE status <> 'ACTIVE'`,
    [NOW],
  );
  await client.query(
    `INSERT INTO reminder (id, lead_id, recipient_id, kind, window_start, due_at, sent_at, delivered_at)
     SELECT id, id, owner_id, 'PROGRESS_WARNING', warning_due_at, warning_due_at, warning_due_at + interval '30 minutes',
       warning_due_at + interval '30 minutes'
     FROM lead WHERE status = 'ACTIVE' AND warned_at IS NOT NULL AND warning_due_at <= $1::timestamptz`,
    [NOW],
  );
}

/** Progress on so many leads, in transactions of one lead each as agents make them. */
async function workOn(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `DO $$
     DECLARE one uuid;
     BEGIN
       FOR one IN SELECT id FROM lead WHERE status = 'ACTIVE' LIMIT ${count} LOOP
         UPDATE lead SET progress_deadline = '${NOW}'::timestamptz + interval '60 days', warning_issued_at = NULL, warned_at = NULL,
           grace_ends_at = NULL, expires_at = base_ends_at WHERE id = one;
       END LOOP;
     END $$`,
  );
}
