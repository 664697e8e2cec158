import { describe, expect, test } from 'vitest';
import { ConflictError, ForbiddenError, ValidationError } from '../../../src/domain/errors.js';
import { recordSampleFeedback } from '../../../src/features/samples/record-sample-feedback.js';
import {
  activities,
  clock,
  db,
  events,
  itemIdsOf,
  leadOf,
  sampleFor,
  someone,
  useSampleDatabase,
} from './sample-setup.js';

await useSampleDatabase();

async function delivered(status: 'REQUESTED' | 'SHIPPED' | 'DELIVERED' | 'TESTING' = 'DELIVERED') {
  const rep = await someone('REP');
  const leadId = await leadOf(rep);
  const sampleId = await sampleFor(rep, leadId, { status });
  return { rep, leadId, sampleId, items: await itemIdsOf(sampleId) };
}

test('feedback is kept line by line and counts as progress', async () => {
  const { rep, leadId, sampleId, items } = await delivered('TESTING');
  clock.advance({ days: 2 });
  await recordSampleFeedback(rep.ctx(), {
    sampleId,
    feedbackName: 'Küchenchef Weiß',
    items: [
      { itemId: items[0], outcome: 'SUCCESS', rating: 5, comment: ' Sehr gut ' },
      { itemId: items[1], outcome: 'FAIL' },
    ],
  });
  const sample = await db.prisma.sample.findUniqueOrThrow({
    where: { id: sampleId },
    include: { items: { orderBy: { position: 'asc' } } },
  });
  expect(sample).toMatchObject({
    status: 'FEEDBACK_RECEIVED',
    feedbackAt: clock.now(),
    feedbackName: 'Küchenchef Weiß',
    items: [
      { outcome: 'SUCCESS', rating: 5, comment: 'Sehr gut' },
      { outcome: 'FAIL', rating: null, comment: null },
    ],
  });
  expect(await activities(leadId)).toEqual([
    { kind: 'SAMPLE_FEEDBACK', authorId: rep.id, performedAt: clock.now() },
  ]);
  const lead = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  expect(lead.progressAnchor).toEqual(clock.now());
  expect((await events()).slice(-3)).toMatchObject([
    { type: 'SAMPLE_CHANGED', from: 'TESTING', to: 'FEEDBACK_RECEIVED' },
    { type: 'FEEDBACK_RECEIVED', sampleId, success: 1, mixed: 0, fail: 1 },
    { type: 'ACTIVITY_LOGGED', kind: 'SAMPLE_FEEDBACK' },
  ]);
});

test('feedback for a sample that nobody marked as delivered walks the steps between', async () => {
  const { rep, sampleId, items } = await delivered('SHIPPED');
  await recordSampleFeedback(rep.ctx(), {
    sampleId,
    items: [{ itemId: items[0], outcome: 'MIXED' }],
  });
  const changes = (await events()).filter(({ type }) => type === 'SAMPLE_CHANGED');
  expect(changes.slice(-3)).toMatchObject([
    { to: 'DELIVERED' },
    { to: 'TESTING' },
    { to: 'FEEDBACK_RECEIVED' },
  ]);
});

test('feedback settles the reminder of it', async () => {
  const { rep, sampleId, items } = await delivered();
  clock.advance({ days: 1 });
  await recordSampleFeedback(rep.ctx(), {
    sampleId,
    items: [{ itemId: items[0], outcome: 'MIXED' }],
  });
  expect(await db.prisma.reminder.findMany()).toMatchObject([{ acknowledgedAt: clock.now() }]);
});

test('the reminder stays while another sample of the same delivery is open', async () => {
  const { rep, leadId, sampleId, items } = await delivered();
  await sampleFor(rep, leadId, { status: 'DELIVERED' });
  await recordSampleFeedback(rep.ctx(), {
    sampleId,
    items: [{ itemId: items[0], outcome: 'MIXED' }],
  });
  expect(await db.prisma.reminder.findMany()).toMatchObject([{ acknowledgedAt: null }]);
});

test('feedback that comes after the protection has run out is kept and revives nothing', async () => {
  const { leadId, sampleId, items } = await delivered();
  clock.advance({ days: 400 });
  const manager = await someone('MANAGER');
  await recordSampleFeedback(manager.ctx(), {
    sampleId,
    items: [{ itemId: items[0], outcome: 'SUCCESS' }],
  });
  expect(await activities(leadId)).toEqual([]);
  expect(await db.prisma.sample.findFirst()).toMatchObject({ status: 'FEEDBACK_RECEIVED' });
});

test('feedback is given once', async () => {
  const { rep, sampleId, items } = await delivered();
  const input = { sampleId, items: [{ itemId: items[0], outcome: 'SUCCESS' as const }] };
  await recordSampleFeedback(rep.ctx(), input);
  await expect(recordSampleFeedback(rep.ctx(), input)).rejects.toThrow(
    new ConflictError(
      'The sample is FEEDBACK_RECEIVED; feedback is given while it is SHIPPED, DELIVERED or TESTING.',
      'SAMPLE_STATUS',
    ),
  );
});

test('there is no feedback on what was not sent', async () => {
  const { rep, sampleId, items } = await delivered('REQUESTED');
  await expect(
    recordSampleFeedback(rep.ctx(), { sampleId, items: [{ itemId: items[0], outcome: 'FAIL' }] }),
  ).rejects.toThrow(ConflictError);
});

test('who only reads gives no feedback', async () => {
  const { sampleId, items } = await delivered();
  const auditor = await someone('AUDITOR');
  const input = { sampleId, items: [{ itemId: items[0], outcome: 'FAIL' as const }] };
  await expect(recordSampleFeedback(auditor.ctx(), input)).rejects.toThrow(ForbiddenError);
});

describe('a feedback is refused', () => {
  const refused = async (items: (ids: [string, string]) => unknown[]) => {
    const { rep, sampleId, items: ids } = await delivered();
    const input = { sampleId, items: items(ids) as [] };
    const error = await recordSampleFeedback(rep.ctx(), input).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ValidationError);
    expect(await db.prisma.sample.findFirst()).toMatchObject({ status: 'DELIVERED' });
    return (error as ValidationError).problems;
  };

  test('without a line', async () => {
    expect(await refused(() => [])).toEqual([
      { path: 'items', message: 'is empty, allowed is one product or more' },
    ]);
  });

  test('with an outcome or a rating that there is not', async () => {
    const problems = await refused(([itemId]) => [{ itemId, outcome: 'GREAT', rating: 6 }]);
    expect(problems).toEqual([
      { path: 'items.0.outcome', message: '"GREAT" given, allowed is one of SUCCESS, MIXED, FAIL' },
      { path: 'items.0.rating', message: '6 given, allowed are whole numbers from 1 to 5' },
    ]);
  });

  test('about a product of another box', async () => {
    const itemId = '0195f3b4-0000-7000-8000-000000000000';
    const [problem] = await refused(() => [{ itemId, outcome: 'FAIL' }]);
    expect(problem?.path).toBe('items.0.itemId');
    expect(problem?.message).toContain(`"${itemId}" is not in this box`);
  });

  test('that says two things about one product', async () => {
    const problems = await refused(([itemId]) => [
      { itemId, outcome: 'FAIL' },
      { itemId, outcome: 'SUCCESS' },
    ]);
    expect(problems[0]?.message).toBe('names a product twice, allowed is once');
  });
});
