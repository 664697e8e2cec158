import { describe, expect, test } from 'vitest';
import { openDelayHolds } from '../../../src/features/samples/open-delay-holds.js';
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
  system,
  useSampleDatabase,
} from './sample-setup.js';

await useSampleDatabase();

const EXPECTED = new Date('2026-03-10T09:00:00Z');

async function awaited(status: 'REQUESTED' | 'APPROVED' | 'SHIPPED' = 'APPROVED') {
  const rep = await someone('REP');
  const leadId = await leadOf(rep);
  const sampleId = await sampleFor(rep, leadId, { expectedShipAt: EXPECTED, status });
  return { rep, leadId, sampleId };
}

const audited = (action: string) =>
  db.prisma.auditEntry.findMany({
    where: { action },
    select: { entityId: true, leadId: true, actorId: true, before: true, after: true },
  });

const leadNow = (id: string) => db.prisma.lead.findUniqueOrThrow({ where: { id } });

test('by default a late sample holds nothing', async () => {
  await awaited();
  clock.set('2026-03-20T09:00:00Z');
  expect(await openDelayHolds(system())).toBe(0);
});

describe('with the setting on', () => {
  const late = async (status?: 'REQUESTED' | 'APPROVED' | 'SHIPPED') => {
    await setSetting('sampleDelayHold', true);
    return awaited(status);
  };

  test('a sample that is not late yet holds nothing', async () => {
    await late();
    clock.set('2026-03-10T08:59:59Z');
    expect(await openDelayHolds(system())).toBe(0);
  });

  test.each([
    'REQUESTED',
    'APPROVED',
  ] as const)('a late sample that is %s stops the clock since it should have been sent', async (status) => {
    const { rep, leadId, sampleId } = await late(status);
    clock.set('2026-03-12T09:00:00Z');
    expect(await openDelayHolds(system())).toBe(1);
    const [hold] = await db.prisma.hold.findMany();
    expect(hold).toMatchObject({
      leadId,
      reason: 'SAMPLE_DELAY',
      startedById: rep.id,
      startAt: EXPECTED,
      endAt: null,
    });
    // It does not stand still for ever: a manager may confirm it before.
    const { endsBy } = hold ?? {};
    expect(Number(endsBy) - EXPECTED.getTime()).toBe(90 * 86_400_000 - 3_600_000);
    expect(await leadNow(leadId)).toMatchObject({ onHold: true, holdChangesAt: endsBy });
    expect((await events()).at(-1)).toEqual({
      type: 'HOLD_STARTED',
      holdId: hold?.id,
      reason: 'SAMPLE_DELAY',
      startAt: EXPECTED.toISOString(),
      endAt: null,
      sampleId,
    });
    expect(await audited('openDelayHold')).toEqual([
      {
        entityId: hold?.id,
        leadId,
        actorId: null,
        before: null,
        after: { reason: 'SAMPLE_DELAY', sampleId, startAt: EXPECTED.toISOString() },
      },
    ]);
  });

  test('that the clock stood still, and since when it runs again, stands in the audit trail', async () => {
    const { rep, leadId, sampleId } = await late();
    clock.set('2026-03-12T09:00:00Z');
    await openDelayHolds(system());
    clock.set('2026-03-14T09:00:00Z');
    await transitionSample(rep.ctx(), { sampleId, to: 'SHIPPED' });
    const hold = await db.prisma.hold.findFirstOrThrow();
    expect(await audited('closeDelayHold')).toEqual([
      {
        entityId: hold.id,
        leadId,
        actorId: rep.id,
        before: { endAt: null },
        after: { endAt: '2026-03-14T09:00:00.000Z' },
      },
    ]);
  });

  test('a sample opens one hold, however often it is looked at', async () => {
    await late();
    clock.set('2026-03-12T09:00:00Z');
    const opened = await Promise.all([openDelayHolds(system()), openDelayHolds(system())]);
    clock.advance({ days: 1 });
    opened.push(await openDelayHolds(system()));
    expect(opened.reduce((sum, count) => sum + count)).toBe(1);
    expect(await db.prisma.hold.count()).toBe(1);
  });

  test('one that was shipped holds nothing', async () => {
    await late('SHIPPED');
    clock.set('2026-03-12T09:00:00Z');
    expect(await openDelayHolds(system())).toBe(0);
  });

  test.each([
    'SHIPPED',
    'CANCELLED',
  ] as const)('the hold ends when the sample is %s', async (to) => {
    const { rep, leadId, sampleId } = await late();
    const { expiresAt } = await leadNow(leadId);
    clock.set('2026-03-12T09:00:00Z');
    await openDelayHolds(system());
    clock.set('2026-03-13T09:00:00Z');
    await transitionSample(rep.ctx(), { sampleId, to });
    expect(await db.prisma.hold.findMany()).toMatchObject([
      { startAt: EXPECTED, endAt: clock.now() },
    ]);
    const lead = await leadNow(leadId);
    expect(lead.onHold).toBe(false);
    expect(Number(lead.expiresAt) - Number(expiresAt)).toBe(3 * 86_400_000);
    expect((await events()).at(-1)).toMatchObject({
      type: 'HOLD_ENDED',
      endAt: '2026-03-13T09:00:00.000Z',
    });
  });

  test('a hold that somebody ended before stays as it is', async () => {
    const { rep, sampleId } = await late();
    clock.set('2026-03-12T09:00:00Z');
    await openDelayHolds(system());
    const endAt = new Date('2026-03-12T10:00:00Z');
    await db.prisma.hold.updateMany({ data: { endAt } });
    clock.set('2026-03-13T09:00:00Z');
    await transitionSample(rep.ctx(), { sampleId, to: 'SHIPPED' });
    expect(await db.prisma.hold.findMany()).toMatchObject([{ endAt }]);
  });

  test('shipping in the very instant of the delay leaves a valid hold', async () => {
    const { rep, sampleId } = await late();
    clock.set(EXPECTED.toISOString());
    await openDelayHolds(system());
    await transitionSample(rep.ctx(), { sampleId, to: 'SHIPPED' });
    expect((await db.prisma.hold.findFirst())?.endAt).toEqual(new Date(EXPECTED.getTime() + 1));
  });

  test('a protection that ended before the sample was late stays ended', async () => {
    const { leadId } = await late();
    const expiresAt = new Date('2026-03-09T09:00:00Z');
    await db.prisma.lead.update({ where: { id: leadId }, data: { expiresAt } });
    clock.set('2026-03-12T09:00:00Z');
    expect(await openDelayHolds(system())).toBe(0);
  });

  test("a former owner's sample holds nothing up for the next one", async () => {
    const { leadId } = await late();
    const next: Someone = await someone('REP');
    clock.set('2026-03-04T09:00:00Z');
    const [ownership] = await db.prisma.ownership.findMany();
    await db.prisma.ownership.updateMany({
      data: { endedAt: clock.now(), endReason: 'REASSIGNED' },
    });
    await db.prisma.ownership.create({
      data: {
        id: leadId,
        leadId: ownership?.leadId ?? '',
        ownerId: next.id,
        assignedAt: clock.now(),
      },
    });
    await db.prisma.lead.update({ where: { id: leadId }, data: { ownerId: next.id } });
    clock.set('2026-03-12T09:00:00Z');
    expect(await openDelayHolds(system())).toBe(0);
  });

  test('more than a batch of late samples is dealt with in one call', async () => {
    const { rep, leadId } = await late();
    const sample = await db.prisma.sample.findFirstOrThrow();
    await db.prisma.sample.createMany({
      data: Array.from({ length: 149 }, (_, index) => ({
        ...sample,
        id: `0195f3b4-0000-7000-8000-${String(index).padStart(12, '0')}`,
        requestedById: rep.id,
        leadId,
      })),
    });
    clock.set('2026-03-12T09:00:00Z');
    expect(await openDelayHolds(system())).toBe(150);
  });
});
