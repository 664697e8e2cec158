import pino from 'pino';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { NIGHTLY_JOBS } from '../../../src/features/jobs/all-jobs.js';
import type { Job } from '../../../src/features/jobs/define-job.js';
import { createRunner, type JobRunner } from '../../../src/features/jobs/runner.js';
import { createTransport } from '../../../src/features/mail/create-transport.js';
import { createDispatcher } from '../../../src/features/mail/dispatcher.js';
import { projectLeads } from '../../../src/features/protection/project-leads.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { Database } from '../../../src/platform/db/open.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import type { TxContext } from '../../../src/platform/verbs/context.js';
import type { TestDatabase } from '../../support/database.js';
import { leadRow } from '../../support/factories.js';

export interface DueLeadOverrides {
  assignedAt: string;
  /** When it was written; now if left out. */
  createdAt?: string;
  companyName?: string;
  businessType?: string;
  territory?: string;
  activities?: readonly string[];
  holds?: readonly (readonly [string, string | null])[];
  extensionMonths?: number;
}

/** A log that keeps its lines, for what must be alerted. */
export function recordingLog() {
  const lines: {
    level: number;
    alert?: boolean;
    msg: string;
    id?: string;
    columns?: readonly string[];
  }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { log, alerts: () => lines.filter(({ alert }) => alert), lines };
}

/** Lets one part of a test wait for another. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

export function nightlyRunner(
  db: Database,
  clock: { now(): Date },
  log = pino({ level: 'silent' }),
  jobs: readonly Job[] = NIGHTLY_JOBS,
): JobRunner {
  const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);
  return createRunner({ db, jobs, keyRing, clock: () => clock.now(), log });
}

/** Sends the mails that are due, as an installation without a mail server does: into the log. */
export async function sendMails(db: Database, clock: { now(): Date }): Promise<number> {
  const log = pino({ level: 'silent' });
  const transport = await createTransport({ kind: 'log', from: 'leads@example.com' }, log);
  const settings = { publicUrl: null };
  const dispatcher = createDispatcher({ db, transport, clock: () => clock.now(), log, settings });
  return dispatcher.dispatchDue();
}

export function systemContext(db: Database, now: Date) {
  return { db, now, actor: SYSTEM_ACTOR, requestId: null };
}

/** A lead with facts as they stand after the given history, projected as the verbs project it. */
export async function makeDueLead(
  db: TestDatabase,
  ownerId: string,
  now: Date,
  overrides: DueLeadOverrides,
): Promise<string> {
  const [id] = await makeDueLeads(db, ownerId, now, [overrides]);
  if (id === undefined) throw new Error('no lead was made');
  return id;
}

export async function makeDueLeads(
  db: TestDatabase,
  ownerId: string,
  now: Date,
  leads: readonly DueLeadOverrides[],
): Promise<string[]> {
  return db.transaction(async (tx) => {
    const rows = leads.map((overrides) => {
      const id = newId();
      const companyName = overrides.companyName ?? `Kantine ${id}`;
      const assignedAt = new Date(overrides.assignedAt);
      return { id, ownershipId: newId(), companyName, assignedAt, overrides };
    });
    await tx.lead.createMany({
      data: rows.map(({ id, companyName, assignedAt, overrides }) => {
        return leadRow({
          id,
          companyName,
          city: 'Köln',
          stage: 'PRE_REGISTRATION',
          ownerId,
          territory: overrides.territory ?? null,
          businessType: overrides.businessType ?? null,
          registeredAt: assignedAt,
          createdAt: overrides.createdAt ?? now,
          updatedAt: now,
        });
      }),
    });
    await tx.ownership.createMany({
      data: rows.map(({ id, ownershipId, assignedAt }) => ({
        id: ownershipId,
        leadId: id,
        ownerId,
        assignedAt,
      })),
    });
    await tx.activity.createMany({
      data: rows.flatMap(({ id, ownershipId, overrides }) =>
        (overrides.activities ?? []).map((performedAt) => ({
          id: newId(),
          leadId: id,
          ownershipId,
          authorId: ownerId,
          kind: 'QUALIFIED_CALL',
          performedAt: new Date(performedAt),
        })),
      ),
    });
    await tx.hold.createMany({
      data: rows.flatMap(({ id, ownershipId, overrides }) =>
        (overrides.holds ?? []).map(([startAt, endAt]) => ({
          id: newId(),
          leadId: id,
          ownershipId,
          startedById: ownerId,
          reason: 'SUPPLY_ISSUE',
          startAt: new Date(startAt),
          endAt: endAt === null ? null : new Date(endAt),
        })),
      ),
    });
    await tx.extensionRequest.createMany({
      data: rows.flatMap(({ id, ownershipId, overrides }) =>
        overrides.extensionMonths === undefined
          ? []
          : [
              {
                id: newId(),
                leadId: id,
                ownershipId,
                requestedById: ownerId,
                months: overrides.extensionMonths,
                reason: 'decision postponed',
                status: 'APPROVED',
                decidedAt: now,
              },
            ],
      ),
    });
    const ids = rows.map(({ id }) => id);
    const ctx: TxContext = { ...systemContext(db, now), tx };
    await projectLeads(ctx, ids);
    return ids;
  });
}
