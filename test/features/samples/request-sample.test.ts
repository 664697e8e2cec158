import { describe, expect, test } from 'vitest';
import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  ValidationError,
} from '../../../src/domain/errors.js';
import { requestSample } from '../../../src/features/samples/request-sample.js';
import { clock, db, events, ITEMS, leadOf, someone, useSampleDatabase } from './sample-setup.js';

await useSampleDatabase();

test('an agent asks for a sample for their lead', async () => {
  const rep = await someone('REP');
  const leadId = await leadOf(rep);
  const expectedShipAt = new Date('2026-03-10T09:00:00Z');
  const { sampleId } = await requestSample(rep.ctx(), { leadId, items: ITEMS, expectedShipAt });
  const sample = await db.prisma.sample.findUniqueOrThrow({
    where: { id: sampleId },
    include: { items: { orderBy: { position: 'asc' } } },
  });
  expect(sample).toMatchObject({
    leadId,
    status: 'REQUESTED',
    requestedById: rep.id,
    expectedShipAt,
    items: ITEMS,
  });
  expect(await events()).toEqual([
    { type: 'SAMPLE_CHANGED', sampleId, from: null, to: 'REQUESTED' },
  ]);
});

test('the same request with the same key makes one sample, also after it became late', async () => {
  const rep = await someone('REP');
  const input = {
    leadId: await leadOf(rep),
    items: ITEMS,
    expectedShipAt: new Date('2026-03-03T10:00:00Z'),
    idempotencyKey: 'once',
  };
  const first = await requestSample(rep.ctx(), input);
  clock.advance({ hours: 2 });
  const second = await requestSample(rep.ctx(), input);
  expect(second).toEqual({ ...first, replayed: true });
  expect(await db.prisma.sample.count()).toBe(1);
});

test("another agent's lead does not exist", async () => {
  const leadId = await leadOf(await someone('REP'));
  const stranger = await someone('REP');
  await expect(requestSample(stranger.ctx(), { leadId, items: ITEMS })).rejects.toThrow(
    NotFoundError,
  );
});

test('who only reads may not ask for samples', async () => {
  const leadId = await leadOf(await someone('REP'));
  const auditor = await someone('AUDITOR');
  await expect(requestSample(auditor.ctx(), { leadId, items: ITEMS })).rejects.toThrow(
    ForbiddenError,
  );
});

test('nobody asks for samples for a lead that nobody owns', async () => {
  const leadId = await leadOf(await someone('REP'));
  const end = { endedAt: clock.now(), endReason: 'LOST' };
  await db.prisma.ownership.updateMany({ where: { leadId }, data: end });
  await db.prisma.lead.update({
    where: { id: leadId },
    data: { status: 'LOST', ...end },
  });
  const manager = await someone('MANAGER');
  await expect(requestSample(manager.ctx(), { leadId, items: ITEMS })).rejects.toThrow(
    ConflictError,
  );
});

describe('what is wrong with a request is named', () => {
  test.each([
    [{ items: [] }, 'items: is empty, allowed are 1 to 50 products'],
    [
      { items: [{ sku: ' ', name: 'Lachs', quantity: 0 }] },
      'items.0.sku: is empty, allowed is a text; items.0.quantity: 0 given, allowed are whole numbers from 1 to 10000',
    ],
    [
      { items: ITEMS, expectedShipAt: new Date('2026-03-03T08:00:00Z') },
      'expectedShipAt: 2026-03-03T08:00:00.000Z has passed, allowed is later than 2026-03-03T09:00:00.000Z',
    ],
  ])('%j', async (changes, message) => {
    const rep = await someone('REP');
    const leadId = await leadOf(rep);
    await expect(requestSample(rep.ctx(), { leadId, ...changes })).rejects.toThrow(message);
    await expect(requestSample(rep.ctx(), { leadId, ...changes })).rejects.toThrow(ValidationError);
  });
});
