import { beforeEach, describe, expect, test } from 'vitest';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { appendEvent, hasAppended } from '../../../src/platform/events/append-event.js';
import { kickAfterCommit } from '../../../src/platform/events/kick-after-commit.js';
import { testDatabase } from '../../support/test-file.js';
import { append, commitNumbered, makeEventLead, occurredAt, range } from './event-setup.js';

const db = await testDatabase();
beforeEach(() => db.reset());

describe('appending', () => {
  test('writes what happened, when, by whom and about whose lead, without a position', async () => {
    const lead = await makeEventLead(db, 'NORD');
    await db.transaction((tx) =>
      appendEvent(
        { db, tx, actor: SYSTEM_ACTOR, now: occurredAt, requestId: null },
        {
          type: 'LEAD_PROTECTION_EXPIRED',
          lead,
          payload: { reason: 'NO_PROGRESS', expiredAt: occurredAt.toISOString(), days: [1, 2] },
        },
      ),
    );
    expect(await db.prisma.domainEvent.findMany({ omit: { tellable: true } })).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        seq: expect.any(BigInt),
        position: null,
        type: 'LEAD_PROTECTION_EXPIRED',
        version: 1,
        occurredAt,
        actorId: null,
        leadId: lead.id,
        ownerId: lead.ownerId,
        territory: 'NORD',
        payload: { reason: 'NO_PROGRESS', expiredAt: '2026-03-01T09:00:00.000Z', days: [1, 2] },
      },
    ]);
  });

  test('keeps the order of a batch', async () => {
    await commitNumbered(db, 1, 2_000);
    const rows = await db.prisma.domainEvent.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.map(({ payload }) => payload)).toEqual(range(1, 2_000).map((n) => ({ n })));
  });

  test('leaves nothing behind when the transaction rolls back', async () => {
    const failing = db.transaction(async (tx) => {
      await append(tx, [{}]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await db.prisma.domainEvent.count()).toBe(0);
  });

  test.each([
    { note: 'Frau Huber ruft zurück' },
    { changed: ['email', 'anna@example.com'] },
    { contact: { phone: '+49 731 12345' } },
  ])('refuses free text and addresses in a payload: %j', async (payload) => {
    const attempt = db.transaction((tx) => append(tx, [{ payload }]));
    await expect(attempt).rejects.toThrow(/ACTIVITY_LOGGED event holds free text at payload\./);
  });
});

describe('the sequencer is kicked', () => {
  test('once after the commit of a transaction that appended, and never for others', async () => {
    const calls: string[] = [];
    const kicking = kickAfterCommit(db, hasAppended, () => calls.push('kick'));

    await kicking.transaction((tx) => tx.domainEvent.count(), AS_SYSTEM);
    await kicking
      .transaction(async (tx) => {
        await append(tx, [{}]);
        throw new Error('rolled back');
      }, AS_SYSTEM)
      .catch(() => calls.push('rolled back'));
    await kicking.transaction(async (tx) => {
      await append(tx, [{}]);
      await append(tx, [{}, {}]);
      calls.push('not yet');
    }, AS_SYSTEM);

    expect(calls).toEqual(['rolled back', 'not yet', 'kick']);
  });
});
