import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { JobName } from '../../../src/domain/nightly-jobs.js';
import { testClock } from '../../support/clock.js';
import { makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { makeDueLead, nightlyRunner, sendMails } from './nightly.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-03-01T00:00:00Z');
beforeEach(() => clock.set('2026-03-01T00:00:00Z'));

const by = { actor: SYSTEM_ACTOR, requestId: null };
const run = (job: JobName = 'protection-expiry') =>
  nightlyRunner(db, clock).runNow({ job, asOf: clock.now(), by });
const leadAt = (id: string) => db.prisma.lead.findUniqueOrThrow({ where: { id } });

describe('the expiry of protection', () => {
  test('ends the ownership of a warned lead whose grace is over, for lack of progress', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2026-01-01T09:00:00Z' });
    await run('progress-warning');
    await sendMails(db, clock);
    clock.set('2026-03-10T23:59:59.999Z');
    await run();
    expect(await leadAt(id)).toMatchObject({ status: 'ACTIVE' });

    clock.set('2026-03-11T00:00:00Z');
    await run();
    expect(await leadAt(id)).toMatchObject({
      status: 'EXPIRED',
      endReason: 'NO_PROGRESS',
      endedAt: clock.now(),
      ownerId: null,
      expiresAt: new Date('2026-03-11T00:00:00Z'),
    });
    expect(await db.prisma.ownership.findMany()).toMatchObject([
      { leadId: id, ownerId: owner.id, endedAt: clock.now(), endReason: 'NO_PROGRESS' },
    ]);
  });

  test('ends protection with the base period, progress or not', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2025-08-31T09:00:00Z',
      activities: ['2026-02-20T09:00:00Z'],
    });
    await run();
    expect(await leadAt(id)).toMatchObject({ status: 'EXPIRED', endReason: 'BASE_PERIOD_ENDED' });
  });

  test('never ends for lack of progress without a warning', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2025-10-01T09:00:00Z' });
    await run();
    expect(await leadAt(id)).toMatchObject({ status: 'ACTIVE', ownerId: owner.id });
  });

  test('waits while a hold from before the end stops the clock', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2025-08-31T09:00:00Z',
      holds: [['2026-02-27T09:00:00Z', null]],
    });
    await run();
    expect(await leadAt(id)).toMatchObject({ status: 'ACTIVE', expiresAt: null });
  });

  test('tells the former owner and the managers of the territory, and nobody else', async () => {
    const owner = await makeUser(db);
    const west = await makeUser(db, { role: 'MANAGER', territory: 'WEST', locale: 'en' });
    const everywhere = await makeUser(db, { role: 'MANAGER' });
    await makeUser(db, { role: 'MANAGER', territory: 'EAST' });
    await makeUser(db, { role: 'MANAGER', territory: 'WEST', active: false });
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2025-08-31T09:00:00Z',
      companyName: 'Hotel Adler',
      territory: 'WEST',
    });
    await run();
    const facts = {
      companyName: 'Hotel Adler',
      city: 'Köln',
      reason: 'BASE_PERIOD_ENDED',
      expiredAt: '2026-02-28T10:00:00.000Z',
    };
    const mails = await db.prisma.outboxEmail.findMany({
      select: { template: true, locale: true, recipient: true, leadId: true, data: true },
    });
    const sorted = (list: typeof mails) =>
      list.toSorted((a, b) => a.recipient.localeCompare(b.recipient));
    expect(sorted(mails)).toEqual(
      sorted([
        {
          template: 'protection-expired',
          locale: 'de',
          recipient: owner.email,
          leadId: id,
          data: { ...facts, recipientName: owner.name },
        },
        ...[
          { ...west, locale: 'en' },
          { ...everywhere, locale: 'de' },
        ].map(({ email, name, locale }) => ({
          template: 'protection-expired-managers',
          locale,
          recipient: email,
          leadId: id,
          data: { ...facts, recipientName: name, ownerName: owner.name },
        })),
      ]),
    );
  });

  test('is an event for the former owner, and stands in the audit trail', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2025-08-31T09:00:00Z',
      territory: 'WEST',
    });
    await run();
    const events = await db.prisma.domainEvent.findMany({
      where: { type: 'LEAD_PROTECTION_EXPIRED' },
    });
    expect(events).toMatchObject([
      {
        leadId: id,
        ownerId: owner.id,
        territory: 'WEST',
        payload: { reason: 'BASE_PERIOD_ENDED', expiredAt: '2026-02-28T10:00:00.000Z' },
      },
    ]);
    expect(await db.prisma.auditEntry.findMany({ where: { leadId: id } })).toMatchObject([
      {
        action: 'expireProtection',
        before: { status: 'ACTIVE', ownerId: owner.id },
        after: { status: 'EXPIRED', ownerId: null },
      },
    ]);
  });

  test('finds nothing to do in a second run', async () => {
    const owner = await makeUser(db);
    await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2025-08-31T09:00:00Z' });
    await run();
    await run();
    const runs = await db.prisma.jobRun.findMany({ orderBy: { id: 'asc' } });
    expect(runs.map(({ processed }) => processed)).toEqual([1, 0]);
    expect(await db.prisma.outboxEmail.count()).toBe(1);
  });
});
