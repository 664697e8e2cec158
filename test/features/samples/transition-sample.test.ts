import { describe, expect, test } from 'vitest';
import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  ValidationError,
} from '../../../src/domain/errors.js';
import { transitionSample } from '../../../src/features/samples/transition-sample.js';
import {
  clock,
  db,
  events,
  leadOf,
  type Someone,
  sampleFor,
  setSetting,
  someone,
  useSampleDatabase,
} from './sample-setup.js';

await useSampleDatabase();

async function sampleInHand(status: Parameters<typeof sampleFor>[2] = {}) {
  const rep = await someone('REP');
  const leadId = await leadOf(rep);
  return { rep, leadId, sampleId: await sampleFor(rep, leadId, status) };
}

test('a sample goes its way step by step, and each step is told', async () => {
  const { rep, sampleId } = await sampleInHand();
  const manager = await someone('MANAGER');
  for (const to of ['APPROVED', 'SHIPPED', 'DELIVERED', 'TESTING'] as const) {
    clock.advance({ days: 1 });
    const by = to === 'APPROVED' ? manager : rep;
    await transitionSample(by.ctx(), { sampleId, to });
  }
  expect(await db.prisma.sample.findUnique({ where: { id: sampleId } })).toMatchObject({
    status: 'TESTING',
    shippedAt: new Date('2026-03-05T09:00:00Z'),
    deliveredAt: new Date('2026-03-06T09:00:00Z'),
    version: 5,
  });
  expect(await events()).toMatchObject([
    { from: null, to: 'REQUESTED' },
    { from: 'REQUESTED', to: 'APPROVED' },
    { from: 'APPROVED', to: 'SHIPPED' },
    { from: 'SHIPPED', to: 'DELIVERED' },
    { from: 'DELIVERED', to: 'TESTING' },
  ]);
});

describe('a sample is approved', () => {
  const approve = (by: Someone, sampleId: string) =>
    transitionSample(by.ctx(), { sampleId, to: 'APPROVED' });

  test('by a manager or a program, not by an agent', async () => {
    const { rep, leadId, sampleId } = await sampleInHand();
    await expect(approve(rep, sampleId)).rejects.toThrow(
      'REP may not approve a sample, allowed are managers and programs.',
    );
    await approve(await someone('MANAGER'), sampleId);
    await approve(await someone('SERVICE'), await sampleFor(rep, leadId));
  });

  test('not by who asked for it, nor by whose lead it is for', async () => {
    const { leadId } = await sampleInHand();
    const [manager, other, admin] = [
      await someone('MANAGER'),
      await someone('MANAGER'),
      await someone('ADMIN'),
    ];
    const own = await sampleFor(manager, leadId);
    await expect(approve(manager, own)).rejects.toThrow(ForbiddenError);
    await approve(other, own);
    const ofAdmin = await sampleFor(manager, await leadOf(admin));
    await expect(approve(admin, ofAdmin)).rejects.toThrow(ForbiddenError);
    await approve(other, ofAdmin);
  });
});

test('a step that is not allowed is refused with those that are', async () => {
  const { rep, sampleId } = await sampleInHand();
  await expect(transitionSample(rep.ctx(), { sampleId, to: 'DELIVERED' })).rejects.toThrow(
    new ConflictError(
      'A sample that is REQUESTED cannot become DELIVERED, allowed is APPROVED, CANCELLED',
      'SAMPLE_STATUS',
    ),
  );
});

test('feedback is given, not switched to', async () => {
  const { rep, sampleId } = await sampleInHand({ status: 'TESTING' });
  await expect(transitionSample(rep.ctx(), { sampleId, to: 'FEEDBACK_RECEIVED' })).rejects.toThrow(
    ValidationError,
  );
});

test('a change that somebody else made meanwhile is not overwritten', async () => {
  const { rep, sampleId } = await sampleInHand();
  const manager = await someone('MANAGER');
  await transitionSample(manager.ctx(), { sampleId, to: 'APPROVED', version: 1 });
  await expect(
    transitionSample(rep.ctx(), { sampleId, to: 'CANCELLED', version: 1 }),
  ).rejects.toThrow('The sample was changed meanwhile: version 1 given, it is at 2.');
});

test('of two that move a sample at once one is refused', async () => {
  const { sampleId } = await sampleInHand();
  const manager = await someone('MANAGER');
  const results = await Promise.allSettled(
    ['APPROVED', 'APPROVED'].map((to) =>
      transitionSample(manager.ctx(), { sampleId, to: to as 'APPROVED' }),
    ),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test("a sample of another agent's lead does not exist", async () => {
  const { sampleId } = await sampleInHand();
  const stranger = await someone('REP');
  for (const id of [sampleId, '0195f3b4-0000-7000-8000-000000000000']) {
    await expect(
      transitionSample(stranger.ctx(), { sampleId: id, to: 'APPROVED' }),
    ).rejects.toThrow(new NotFoundError('Sample', id));
  }
});

describe('what is recorded with a step', () => {
  test('shipping may have been earlier, with the number of the parcel', async () => {
    const { rep, sampleId } = await sampleInHand({ status: 'APPROVED' });
    const at = new Date('2026-03-02T12:00:00Z');
    const sample = await transitionSample(rep.ctx(), {
      sampleId,
      to: 'SHIPPED',
      at,
      trackingCode: ' DHL 4711 ',
    });
    expect(sample).toMatchObject({ shippedAt: at, trackingCode: 'DHL 4711' });
  });

  test.each([
    [
      { to: 'SHIPPED', at: new Date('2026-03-04T09:00:00Z') },
      'at: 2026-03-04T09:00:00.000Z is in the future',
    ],
    [
      { to: 'CANCELLED', trackingCode: 'X' },
      'trackingCode: given with CANCELLED, allowed is only with SHIPPED',
    ],
  ] as const)('%j is refused', async (input, message) => {
    const { rep, sampleId } = await sampleInHand({ status: 'APPROVED' });
    await expect(transitionSample(rep.ctx(), { sampleId, ...input })).rejects.toThrow(message);
  });

  test('nothing arrives before it was shipped', async () => {
    const { rep, sampleId } = await sampleInHand({ status: 'SHIPPED' });
    await expect(
      transitionSample(rep.ctx(), {
        sampleId,
        to: 'DELIVERED',
        at: new Date('2026-03-03T08:59:00Z'),
      }),
    ).rejects.toThrow('is before it was shipped, at 2026-03-03T09:00:00.000Z');
  });
});

describe('the reminder of the feedback', () => {
  test('is due 14 local days after the delivery, across the change to summer time', async () => {
    clock.set('2026-03-20T09:00:00Z');
    const { rep, leadId, sampleId } = await sampleInHand({ status: 'DELIVERED' });
    expect(await db.prisma.reminder.findMany()).toMatchObject([
      {
        leadId,
        kind: 'SAMPLE_FEEDBACK_DUE',
        recipientId: rep.id,
        channel: 'IN_APP',
        windowStart: clock.now(),
        dueAt: new Date('2026-04-03T08:00:00Z'),
        sentAt: null,
      },
    ]);
    expect(sampleId).toBeDefined();
  });

  test('is due when the setting says', async () => {
    await setSetting('sampleFeedbackDueDays', 3);
    await sampleInHand({ status: 'DELIVERED' });
    const reminder = await db.prisma.reminder.findFirst();
    expect(reminder?.dueAt).toEqual(new Date('2026-03-06T09:00:00Z'));
  });

  test('is one for two samples that arrive together', async () => {
    const { rep, leadId } = await sampleInHand({ status: 'DELIVERED' });
    await sampleFor(rep, leadId, { status: 'DELIVERED' });
    expect(await db.prisma.reminder.count()).toBe(1);
  });
});
