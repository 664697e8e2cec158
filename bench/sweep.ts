import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import pino from 'pino';
import { SYSTEM_ACTOR } from '../src/domain/actor.js';
import { NIGHTLY_JOBS } from '../src/features/jobs/all-jobs.js';
import { createRunner } from '../src/features/jobs/runner.js';
import type { Database } from '../src/platform/db/open.js';
import { parseKeyRing } from '../src/platform/keys/key-ring.js';
import { withBenchDatabase } from './bench-database.js';
import { type Figure, figure, median, timed } from './measure.js';
import { addLeads, BENCH_NOW, seedLeads } from './seed-leads.js';

/** `protection-expiry` over 100,000 due leads against one set-based transaction that writes the same rows. */
export async function benchSweep(due = 100_000, runs = 3): Promise<Figure[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    theirs.push(
      await withBenchDatabase(async (_db, client) => {
        await seedLeads(client, { total: due, due });
        return timed(() => setBasedExpiry(client));
      }),
    );
    ours.push(
      await withBenchDatabase(async (db, client) => {
        await seedLeads(client, { total: due, due });
        return timed(() => sweep(db, client, due));
      }),
    );
  }
  return [
    figure(
      `sweep: ${due} due leads / one set-based transaction`,
      median(ours),
      median(theirs),
      'ms',
      {
        atMost: 3,
      },
    ),
  ];
}

/** Cost per due lead when the table grows from 10,000 to 1,000,000 leads, 5,000 of them due each time. */
export async function benchSweepGrowth(runs = 3): Promise<Figure[]> {
  const due = 5_000;
  return withBenchDatabase(async (db, client) => {
    const small: number[] = [];
    const large: number[] = [];
    await seedLeads(client, { total: 10_000, due });
    small.push(await timed(() => sweep(db, client, due)));
    for (let run = 1; run < runs; run += 1) {
      await addLeads(client, { total: due, due });
      small.push(await timed(() => sweep(db, client, due)));
    }
    await addLeads(client, { total: 1_000_000, due: 0 });
    for (let run = 0; run < runs; run += 1) {
      await addLeads(client, { total: due, due });
      large.push(await timed(() => sweep(db, client, due)));
    }
    const perLead = (times: number[]) => (median(times) / due) * 1000;
    return [
      figure(
        'sweep: cost per due lead at 1,000,000 leads / at 10,000',
        perLead(large),
        perLead(small),
        'µs per lead',
        { atMost: 1.25 },
      ),
    ];
  });
}

async function sweep(db: Database, client: pg.Client, expected: number): Promise<void> {
  const runner = createRunner({
    db,
    jobs: NIGHTLY_JOBS,
    keyRing: parseKeyRing(`1:${randomBytes(32).toString('base64')}`),
    clock: () => new Date(BENCH_NOW),
    log: pino({ level: 'silent' }),
  });
  const { runId } = await runner.runNow({
    job: 'protection-expiry',
    asOf: new Date(BENCH_NOW),
    by: { actor: SYSTEM_ACTOR, requestId: null },
  });
  const { rows } = await client.query('SELECT status, processed FROM job_run WHERE id = $1', [
    runId,
  ]);
  if (rows[0]?.status !== 'SUCCEEDED' || rows[0]?.processed !== expected) {
    throw new Error(
      `The sweep ended as ${JSON.stringify(rows[0])}, expected were ${expected} leads.`,
    );
  }
}

/** What someone would write by hand: the same rows, in one transaction, without batches. */
async function setBasedExpiry(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  await client.query(
    "CREATE TEMP TABLE due ON COMMIT DROP AS SELECT lead.*, ownership.id AS ownership_id, account.email, account.name FROM lead JOIN ownership ON ownership.lead_id = lead.id AND ownership.ended_at IS NULL JOIN user_account account ON account.id = lead.owner_id WHERE lead.status = 'ACTIVE' AND lead.expires_at <= $1 ORDER BY lead.expires_at, lead.id FOR UPDATE OF lead",
    [BENCH_NOW],
  );
  await client.query(
    `UPDATE ownership SET ended_at = '${BENCH_NOW}', end_reason = 'NO_PROGRESS' FROM due WHERE ownership.id = due.ownership_id`,
  );
  await client.query(
    `UPDATE lead SET status = 'EXPIRED', ended_at = '${BENCH_NOW}', end_reason = 'NO_PROGRESS', owner_id = NULL,
       version = lead.version + 1, updated_at = '${BENCH_NOW}' FROM due WHERE lead.id = due.id`,
  );
  await client.query(
    `INSERT INTO audit_entry (id, occurred_at, action, entity, entity_id, lead_id, before, after)
     SELECT gen_random_uuid(), '${BENCH_NOW}', 'expireProtection', 'Lead', id, id,
       jsonb_build_object('status', 'ACTIVE', 'ownerId', owner_id),
       jsonb_build_object('status', 'EXPIRED', 'ownerId', NULL, 'reason', 'NO_PROGRESS', 'expiredAt', expires_at)
     FROM due`,
  );
  await client.query(
    `INSERT INTO domain_event (id, type, occurred_at, lead_id, owner_id, territory, payload)
     SELECT gen_random_uuid(), 'LEAD_PROTECTION_EXPIRED', '${BENCH_NOW}', id, owner_id, territory,
       jsonb_build_object('reason', 'NO_PROGRESS', 'expiredAt', expires_at)
     FROM due`,
  );
  await client.query(
    `INSERT INTO outbox_email (id, template, locale, recipient, data, dedupe_key, lead_id, message_id)
     SELECT gen_random_uuid(), template, 'de', recipient,
       jsonb_build_object('leadId', id, 'companyName', company_name, 'city', city, 'recipientName', name,
         'reason', 'NO_PROGRESS', 'expiredAt', expires_at),
       'protection-expired:' || id || ':' || template, id, gen_random_uuid() || '@leadwarden'
     FROM due, LATERAL (VALUES ('protection-expired', email), ('protection-expired-managers', 'manager@bench.example'))
       AS mail (template, recipient)`,
  );
  await client.query('COMMIT');
}
