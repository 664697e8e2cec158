import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { SYSTEM_ACTOR } from '../../src/domain/actor.js';
import { JOB_NAMES } from '../../src/domain/nightly-jobs.js';
import { registerLeads } from '../../src/features/registration/register-leads.js';
import { openDatabase } from '../../src/platform/db/open.js';
import { inTransaction } from '../../src/platform/verbs/context.js';
import { newLead } from '../support/factories.js';
import { type Ask, registerLead } from './ask.js';
import type { Installation } from './installation.js';
import { until } from './until.js';

/** By the policy that nobody has changed: a week before the 60 days end. */
const WARNED_AFTER = { days: 53 };

/** Local ids of leads of Anna that are to be warned of, the last one last. */
export async function overdueLeads(home: Installation, count: number): Promise<string[]> {
  // What the replicas catch up when they start would deal with some of them.
  const caughtUp = () =>
    home.query<{ job: string }>(
      `SELECT job FROM job_run WHERE trigger <> 'MANUAL'
       GROUP BY job HAVING bool_and(status = 'SUCCEEDED') ORDER BY job COLLATE "C"`,
    );
  await until(async () => (await caughtUp()).map(({ job }) => job), JOB_NAMES.toSorted());
  const db = await openDatabase({ kind: 'postgres', url: home.env.DATABASE_URL ?? '' });
  try {
    const ctx = { db, actor: SYSTEM_ACTOR, now: new Date(), requestId: null };
    const leads = Array.from({ length: count }, (_, nth) =>
      newLead({
        companyName: `Gasthof ${randomBytes(12).toString('hex')}`,
        ownerId: home.anna.id,
        registeredAt: new Date(registeredFor(Date.now() + (nth - count - 10) * 60_000)),
        backdateReason: 'As it was agreed',
      }),
    );
    const registered = await inTransaction(ctx, (tx) => registerLeads(tx, leads));
    return registered.map((one) => (one.outcome === 'CREATED' ? one.leadId : ''));
  } finally {
    await db.stop();
  }
}

/** A lead whose warning falls due in so long, or was due so long ago. */
export function leadDueIn(ask: Ask, ownerId: string, ms: number): Promise<string> {
  return registerLead(ask, {
    ownerId: Buffer.from(`User:${ownerId}`).toString('base64'),
    registeredAt: registeredFor(Date.now() + ms),
    backdateReason: 'As it was agreed',
  });
}

/** When a lead was registered whose warning is due then: local days, whatever daylight saving did meanwhile. */
export function registeredFor(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO('Europe/Berlin')
    .subtract(WARNED_AFTER)
    .toInstant()
    .toString();
}

export interface Run {
  readonly status: string;
  readonly processed: number;
  readonly failed: number;
}

export async function runJob(ask: Ask, job: string): Promise<Run> {
  const { runJob: answer } = await ask<{ runJob: { jobRun?: Run; message?: string } }>(
    `mutation ($job: Job!) { runJob(input: { job: $job }) {
      ... on RunJobPayload { jobRun { status processed failed } } ... on UserError { message } } }`,
    { job },
  );
  if (!answer.jobRun) throw new Error(answer.message);
  return answer.jobRun;
}

/** Each lead has one reminder, one event and one mail of its warning, and no row was counted as failed. */
export async function expectAllWarnedOnce({ query }: Installation, leads: number): Promise<void> {
  const runs = () =>
    query(
      `SELECT status, failed, count(*)::int AS runs FROM job_run
       WHERE job = 'progress-warning' AND trigger = 'MANUAL' GROUP BY status, failed`,
    );
  await until(runs, [{ status: 'SUCCEEDED', failed: 0, runs: 1 }]);
  const [counts] = await query(
    `SELECT (SELECT count(*) FROM reminder WHERE kind = 'PROGRESS_WARNING')::int AS reminders,
       (SELECT count(DISTINCT lead_id) FROM domain_event
        WHERE type = 'LEAD_PROGRESS_WARNING_ISSUED')::int AS leads,
       (SELECT count(*) FROM domain_event WHERE type = 'LEAD_PROGRESS_WARNING_ISSUED')::int AS events,
       (SELECT count(*) FROM outbox_email WHERE template = 'progress-warning')::int AS mails`,
  );
  expect(counts).toEqual({ reminders: leads, leads, events: leads, mails: leads });
}
