import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type ProtectionRow, projectionOf } from '../../../src/api/leads/protection.js';
import { stateAt } from '../../../src/domain/clock.js';
import { LeadwardenError } from '../../../src/domain/errors.js';
import { ACTIVITY_KINDS } from '../../../src/domain/policy.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { endHold } from '../../../src/features/holds/end-hold.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { findCountDrift } from '../../../src/features/kpis/find-count-drift.js';
import { foldCounts } from '../../../src/features/kpis/fold-counts.js';
import { kpiViewOf } from '../../../src/features/kpis/kpi-view.js';
import { readStates } from '../../../src/features/kpis/read-states.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { reopenLead } from '../../../src/features/ownership/reopen-lead.js';
import { turnHolds } from '../../../src/features/protection/turn-holds.js';
import type { Tx } from '../../../src/platform/db/open.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, makeUser, type TestUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { gate, nightlyRunner, systemContext } from '../jobs/nightly.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
let people: { north: TestUser; south: TestUser; manager: TestUser; auditor: TestUser };

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  people = {
    north: await makeUser(db, { territory: 'NORTH' }),
    south: await makeUser(db, { territory: 'SOUTH' }),
    manager: await makeUser(db, { role: 'MANAGER' }),
    auditor: await makeUser(db, { role: 'AUDITOR' }),
  };
});

const by = (who: keyof typeof people) => contextFor(db, people[who], clock.now());

/** Each does its work or is refused. */
const VERBS = {
  register: async () => makeLead(by('north')),
  progress: (leadId: string) => logActivity(by('manager'), { leadId, kind: 'QUALIFIED_CALL' }),
  note: (leadId: string) => logActivity(by('manager'), { leadId, kind: ACTIVITY_KINDS[12] }),
  hold: (leadId: string) => startHold(by('manager'), { leadId, reason: 'SUPPLY_ISSUE' }),
  holdLater: (leadId: string) =>
    startHold(by('manager'), {
      leadId,
      reason: 'SUPPLY_ISSUE',
      startAt: new Date(clock.now().getTime() + 86_400_000),
      endAt: new Date(clock.now().getTime() + 9 * 86_400_000),
    }),
  endHold: async (leadId: string) => {
    const hold = await db.prisma.hold.findFirst({ where: { leadId, endAt: null } });
    if (hold) await endHold(by('manager'), { holdId: hold.id });
  },
  release: (leadId: string) => releaseLead(by('manager'), { leadId }),
  claim: (leadId: string) => claimLead(by('south'), { leadId }),
  reassign: (leadId: string) => reassignLead(by('manager'), { leadId, ownerId: people.south.id }),
  convert: (leadId: string) => convertLead(by('manager'), { leadId }),
  lose: (leadId: string) => markLeadLost(by('manager'), { leadId }),
  reopen: (leadId: string) =>
    reopenLead(by('manager'), { leadId, ownerId: people.north.id, reason: 'They called again' }),
  warn: () => runJob('progress-warning'),
  expire: () => runJob('protection-expiry'),
  turnHolds: () => turnHolds(systemContext(db, clock.now())),
  fold: () => foldCounts(db),
} satisfies Record<string, (leadId: string) => Promise<unknown>>;

const runJob = (job: 'progress-warning' | 'protection-expiry') =>
  nightlyRunner(db, clock).runSlot({ job, slot: clock.now(), trigger: 'SCHEDULE' });

const step = fc.record({
  verb: fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[])),
  nth: fc.nat(3),
  days: fc.constantFrom(0, 0, 1, 8, 30, 55),
});

test('after any verbs and jobs the counts are right, and say what each lead says of itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (steps) => {
      await db.query('DELETE FROM job_run');
      const ids = [(await VERBS.register()).id, (await VERBS.register()).id];
      for (const { verb, nth, days } of steps) {
        clock.advance({ days });
        try {
          const made = await VERBS[verb](ids[nth % ids.length] ?? '');
          if (verb === 'register') ids.push((made as { id: string }).id);
        } catch (error) {
          if (!(error instanceof LeadwardenError)) throw error;
        }
      }
      expect(await db.transaction(findCountDrift)).toEqual([]);

      const now = clock.now();
      const { identity, scope } = kpiViewOf(people.auditor);
      const { states } = await readStates(
        (sql, params) => db.queryAs(identity, sql, params),
        scope,
        now,
      );
      const expected: Record<string, number> = {};
      for (const row of await db.prisma.lead.findMany()) {
        const state = stateAt(
          projectionOf(row as ProtectionRow),
          row.status as 'ACTIVE',
          now.getTime(),
        );
        expected[state] = (expected[state] ?? 0) + 1;
      }
      expect(Object.fromEntries(Object.entries(states).filter(([, n]) => n !== 0))).toEqual(
        expected,
      );
    }),
    { numRuns: 8 },
  );
});

test('writers do not wait for each other, nor for the folding', async () => {
  if (db.kind === 'pglite') return;
  const [one, other] = [await makeLead(by('north')), await makeLead(by('north'))];
  const warn = (tx: Tx, { id }: { id: string }) =>
    tx.lead.update({ where: { id }, data: { warnedAt: clock.now() } });
  const written = gate();
  const folded = gate();
  const first = db.transaction(async (tx) => {
    await warn(tx, one);
    written.open();
    await folded.opened;
  });
  await written.opened;
  await db.transaction((tx) => warn(tx, other));
  await foldCounts(db);
  folded.open();
  await first;
  expect(await db.transaction(findCountDrift)).toEqual([]);
});

test('the counts are right at every instant, also while others write and fold', async () => {
  const leads = await Promise.all(Array.from({ length: 6 }, () => makeLead(by('north'))));
  let writing = true;
  const writers = leads.map(async ({ id }, nth) => {
    for (let turn = 0; turn < 8; turn += 1) {
      const warnedAt = turn % 2 === 0 ? clock.now() : null;
      const territory = turn % 3 === 0 ? 'NORTH' : `T${nth}`;
      await db.prisma.lead.updateMany({ where: { id }, data: { warnedAt, territory } });
    }
  });
  const folding = async () => {
    while (writing) await foldCounts(db);
  };
  const folders = [folding(), folding()];
  const looking = async () => {
    let looks = 0;
    while (writing) {
      expect(await db.transaction(findCountDrift)).toEqual([]);
      looks += 1;
    }
    return looks;
  };
  const looks = looking();
  await Promise.all(writers);
  writing = false;
  await Promise.all(folders);
  expect(await looks).toBeGreaterThan(0);
});

test('counting anew repairs what was written past the triggers', async () => {
  await makeLead(by('north'));
  await db.transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE lead SET status = 'LOST', ended_at = now(), end_reason = 'LOST'`;
  });
  expect(await db.transaction(findCountDrift)).not.toEqual([]);
  await db.transaction((tx) => tx.$queryRaw`SELECT recount_leads()::text`);
  expect(await db.transaction(findCountDrift)).toEqual([]);
});

test('a table that is truncated counts nothing', async () => {
  await makeLead(by('north'));
  await db.transaction(async (tx) => {
    // The audit trail and the receipts are not to be emptied, and they hang on the leads.
    await tx.$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER USER`;
    await tx.$executeRaw`ALTER TABLE receipt DISABLE TRIGGER USER`;
    await tx.$executeRaw`TRUNCATE lead CASCADE`;
    await tx.$executeRaw`ALTER TABLE receipt ENABLE TRIGGER USER`;
    await tx.$executeRaw`ALTER TABLE audit_entry ENABLE TRIGGER USER`;
    expect(await tx.leadCountChange.count()).toBe(0);
    expect(await findCountDrift(tx)).toEqual([]);
  });
});
