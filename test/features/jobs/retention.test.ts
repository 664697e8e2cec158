import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { JobName } from '../../../src/domain/nightly-jobs.js';
import { correctActivity } from '../../../src/features/activities/correct-activity.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { updateLead } from '../../../src/features/registration/update-lead.js';
import { newId } from '../../../src/platform/db/ids.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { makeDueLead, makeDueLeads, nightlyRunner } from './nightly.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-03-01T00:00:00Z');
beforeEach(() => clock.set('2026-03-01T00:00:00Z'));

const by = { actor: SYSTEM_ACTOR, requestId: null };
const run = (job: JobName) => nightlyRunner(db, clock).runNow({ job, asOf: clock.now(), by });
const leadAt = (id: string) => db.prisma.lead.findUniqueOrThrow({ where: { id } });

describe('pseudonymisation', () => {
  test('comes sixty days after protection ended, with the count as an event', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2025-08-31T09:00:00Z' });
    await db.prisma.contact.create({
      data: { id: newId(), leadId: id, name: 'Jutta Probst', email: 'j@probst.example' },
    });
    await db.prisma.lead.update({ where: { id }, data: { stage: 'REGISTERED' } });
    await run('protection-expiry');

    clock.set('2026-04-29T22:59:59.999Z');
    await run('pseudonymization');
    expect((await leadAt(id)).pseudonymizedAt).toBeNull();
    // Sixty calendar days after 1 March 01:00 in Berlin, where summer time has begun meanwhile.
    clock.set('2026-04-29T23:00:00Z');
    await run('pseudonymization');
    expect((await leadAt(id)).pseudonymizedAt).toEqual(clock.now());
    expect(await db.prisma.contact.findFirstOrThrow()).toMatchObject({ name: null, email: null });
    const events = await db.prisma.domainEvent.findMany({ where: { type: 'LEADS_PSEUDONYMIZED' } });
    expect(events).toMatchObject([{ payload: { count: 1 } }]);
    await run('pseudonymization');
    expect(await db.prisma.jobRun.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      processed: 0,
    });
  });

  test('takes from a lost lead its personal data and leaves whose it was', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2026-02-01T09:00:00Z' });
    await db.prisma.lead.update({ where: { id }, data: { stage: 'REGISTERED' } });
    const contact = { id: newId(), leadId: id, name: 'Jutta Probst', email: 'j@probst.example' };
    await db.prisma.contact.create({ data: contact });
    const asOwner = () => contextFor(db, { ...owner, role: 'REP', scopes: null }, clock.now());
    const note = 'Jutta Probst is the cook';
    const { activityId } = await logActivity(asOwner(), { leadId: id, kind: 'MEETING', note });
    await markLeadLost(asOwner(), { leadId: id });
    clock.set('2026-05-01T00:00:00Z');
    await run('pseudonymization');
    expect(await leadAt(id)).toMatchObject({
      status: 'LOST',
      ownerId: owner.id,
      pseudonymizedAt: clock.now(),
    });
    expect(await db.prisma.contact.findFirstOrThrow()).toMatchObject({ name: null, email: null });
    expect(await db.prisma.activity.findFirstOrThrow()).toMatchObject({
      kind: 'MEETING',
      authorId: owner.id,
      note: null,
    });
    // Its owner still sees it, and must not write into it what nothing would replace again.
    const correction = { activityId, expectedVersion: 1, note };
    await expect(correctActivity(asOwner(), correction)).rejects.toThrow(
      'The lead is LOST and its personal data was replaced at 2026-05-01',
    );
  });

  test('never comes to a lead under protection, not even to a pre-registration in grace', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2026-03-01T00:00:00Z' });
    const asOwner = () => contextFor(db, { ...owner, role: 'REP', scopes: null }, clock.now());
    clock.set('2026-04-25T00:00:00Z');
    await run('progress-warning');
    // Untouched for sixty days, and in grace.
    clock.set('2026-05-01T00:00:00Z');
    await run('pseudonymization');
    expect(await leadAt(id)).toMatchObject({ status: 'ACTIVE', pseudonymizedAt: null });

    // Rescued, and sixty days after it is lost its new contact goes.
    await logActivity(asOwner(), { leadId: id, kind: 'QUALIFIED_CALL' });
    const contact = { name: 'Jutta Probst', email: 'j@probst.example' };
    await updateLead(asOwner(), {
      leadId: id,
      expectedVersion: (await leadAt(id)).version,
      stage: 'REGISTERED',
      addContacts: [contact],
    });
    await markLeadLost(asOwner(), { leadId: id });
    clock.set('2026-07-01T00:00:00Z');
    await run('pseudonymization');
    expect((await leadAt(id)).pseudonymizedAt).toEqual(clock.now());
    expect(await db.prisma.contact.findFirstOrThrow()).toMatchObject({ name: null, email: null });
  });

  test('comes to a pre-registration sixty days after it expired, and never to a customer', async () => {
    const owner = await makeUser(db);
    const [expired, converted] = await makeDueLeads(db, owner.id, clock.now(), [
      { assignedAt: '2025-08-31T09:00:00Z' },
      { assignedAt: '2026-02-01T09:00:00Z' },
    ]);
    const asOwner = contextFor(db, { ...owner, role: 'REP', scopes: null }, clock.now());
    await convertLead(asOwner, { leadId: converted ?? '' });
    await run('protection-expiry');
    clock.set('2026-04-29T23:00:00Z');
    await run('pseudonymization');
    expect((await leadAt(expired ?? '')).pseudonymizedAt).toEqual(clock.now());
    expect(await leadAt(converted ?? '')).toMatchObject({
      status: 'CONVERTED',
      pseudonymizedAt: null,
    });
  });
});

describe('the archival of imports', () => {
  async function makeImport(finishedAt: string | null): Promise<string> {
    const owner = await makeUser(db);
    const id = newId();
    await db.prisma.importJob.create({
      data: {
        id,
        createdById: owner.id,
        fileName: 'leads.csv',
        contentHash: randomUUID(),
        status: finishedAt ? 'FINISHED' : 'RUNNING',
        finishedAt: finishedAt ? new Date(finishedAt) : null,
        rows: {
          create: {
            id: newId(),
            line: 2,
            outcome: 'REJECTED',
            problems: [
              {
                code: 'INVALID_EMAIL',
                column: 'E-Mail',
                value: 'jutta',
                message: '“jutta” is none',
              },
            ],
          },
        },
      },
    });
    return id;
  }
  const setMode = (value: string) =>
    db.prisma.setting.create({ data: { key: 'import.retentionMode', value } });
  const imports = () => db.prisma.importJob.findMany({ include: { rows: true } });

  test('deletes finished imports and their reports after seven days', async () => {
    await makeImport('2026-02-22T00:00:00Z');
    const young = await makeImport('2026-02-22T00:00:00.001Z');
    const running = await makeImport(null);
    await run('import-archival');
    expect((await imports()).map(({ id }) => id).sort()).toEqual([young, running].sort());
    const events = await db.prisma.domainEvent.findMany({
      where: { type: 'IMPORT_JOBS_ARCHIVED' },
    });
    expect(events).toMatchObject([{ payload: { count: 1 } }]);
  });

  test('archives them without what the file said, and deletes them ninety days later', async () => {
    await setMode('ARCHIVE');
    await makeImport('2026-02-01T00:00:00Z');
    await run('import-archival');
    expect(await imports()).toMatchObject([
      {
        archivedAt: clock.now(),
        rows: [
          {
            line: 2,
            outcome: 'REJECTED',
            problems: [{ code: 'INVALID_EMAIL', column: 'E-Mail', value: '' }],
          },
        ],
      },
    ]);
    expect(JSON.stringify(await imports())).not.toContain('jutta');
    clock.set('2026-05-29T22:59:59Z');
    await run('import-archival');
    expect(await imports()).toHaveLength(1);
    clock.set('2026-05-29T23:00:00Z');
    await run('import-archival');
    expect(await imports()).toEqual([]);
  });

  test('does nothing under a setting that it does not know, and says so', async () => {
    await setMode('SHRED');
    await makeImport('2026-02-01T00:00:00Z');
    const { runId, status } = await run('import-archival');
    expect(status).toBe('FAILED');
    expect(await db.prisma.jobRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      error: expect.stringContaining('import.retentionMode is stored as "SHRED"'),
    });
    expect(await imports()).toHaveLength(1);
  });
});
