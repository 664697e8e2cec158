import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ConflictError, type LeadwardenError } from '../../../src/domain/errors.js';
import { issueFeedbackLink } from '../../../src/features/samples/issue-feedback-link.js';
import { findFeedbackForm } from '../../../src/features/samples/queries.js';
import { submitSampleFeedback } from '../../../src/features/samples/submit-sample-feedback.js';
import { transitionSample } from '../../../src/features/samples/transition-sample.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { invalid } from '../../support/invalid.js';
import { outside } from '../../support/outside.js';
import {
  activities,
  clock,
  db,
  itemIdsOf,
  leadOf,
  sampleFor,
  setSetting,
  someone,
  system,
  useSampleDatabase,
} from './sample-setup.js';

await useSampleDatabase();

async function linked(status: 'SHIPPED' | 'DELIVERED' = 'DELIVERED') {
  const rep = await someone('REP');
  const leadId = await leadOf(rep);
  const sampleId = await sampleFor(rep, leadId, { status });
  const link = await issueFeedbackLink(rep.ctx(), { sampleId });
  const [itemId] = await itemIdsOf(sampleId);
  const submit = (token = link.token) =>
    submitSampleFeedback(system(), {
      token,
      items: [{ itemId, outcome: 'SUCCESS', rating: 4, comment: 'Gut' }],
      feedbackName: 'Frau Weiß',
    });
  return { rep, leadId, sampleId, link, submit };
}

test('a link carries 256 random bits, lasts 30 local days, and only its hash is stored', async () => {
  clock.set('2026-03-20T09:00:00Z');
  const { sampleId, link } = await linked();
  expect(Buffer.from(link.token, 'base64url')).toHaveLength(32);
  expect(link.path).toBe(`/feedback/${link.token}`);
  expect(link.expiresAt).toEqual(new Date('2026-04-19T08:00:00Z'));
  const stored = await db.prisma.sample.findUniqueOrThrow({ where: { id: sampleId } });
  expect(stored.feedbackTokenHash).toBe(createHash('sha256').update(link.token).digest('hex'));
  const tables = await Promise.all([
    db.prisma.sample.findMany(),
    db.prisma.auditEntry.findMany(),
    db.prisma.domainEvent.findMany({ select: { payload: true } }),
    db.prisma.outboxEmail.findMany(),
  ]);
  expect(inspect(tables, { depth: null, maxArrayLength: null })).not.toContain(link.token);
});

test('whoever has the link sees the products and nothing of the lead', async () => {
  const { link } = await linked();
  expect(await findFeedbackForm(system(), link.token)).toEqual({
    kind: 'open',
    items: [
      { id: expect.any(String), name: 'Räucherlachs', quantity: 2 },
      { id: expect.any(String), name: 'Olivenöl', quantity: 1 },
    ],
    expiresAt: link.expiresAt,
  });
});

test('feedback by the link is progress of the lead, in the name of its owner', async () => {
  const { rep, leadId, sampleId, submit } = await linked('SHIPPED');
  expect(await submit()).toEqual({ sampleId });
  expect(await db.prisma.sample.findFirst({ include: { items: true } })).toMatchObject({
    status: 'FEEDBACK_RECEIVED',
    feedbackName: 'Frau Weiß',
    feedbackTokenHash: null,
  });
  expect(await activities(leadId)).toEqual([
    { kind: 'SAMPLE_FEEDBACK', authorId: rep.id, performedAt: clock.now() },
  ]);
});

test('unknown, malformed, used, expired, replaced and cancelled links are answered alike', async () => {
  const answers = new Set<string>();
  const answer = async (submit: () => Promise<unknown>, token: string) => {
    const error: unknown = await submit().catch((thrown) => thrown);
    const { code, message } = error as LeadwardenError;
    answers.add(JSON.stringify({ code, message }));
    expect(await findFeedbackForm(system(), token)).toBeNull();
  };

  const unknown = 'A'.repeat(43);
  const { submit } = await linked();
  await answer(() => submit(unknown), unknown);
  for (const token of ['', '€', "' OR 1=1 --", 'x'.repeat(10_000)]) {
    await answer(() => submit(token), token);
  }
  const used = await linked();
  await used.submit();
  await answer(used.submit, used.link.token);
  const replaced = await linked();
  await issueFeedbackLink(replaced.rep.ctx(), { sampleId: replaced.sampleId });
  await answer(replaced.submit, replaced.link.token);
  const cancelled = await linked();
  const { rep, sampleId } = cancelled;
  await transitionSample(rep.ctx(), { sampleId, to: 'CANCELLED' });
  await answer(cancelled.submit, cancelled.link.token);
  const expired = await linked();
  clock.set(expired.link.expiresAt.toISOString());
  await answer(expired.submit, expired.link.token);

  expect([...answers]).toEqual([
    '{"code":"NOT_FOUND","message":"There is no feedback link with the id \\"…\\"."}',
  ]);
});

test('a link works until the very end of its time', async () => {
  const { link, submit } = await linked();
  clock.set(link.expiresAt.toISOString());
  clock.advance({ ms: -1 });
  await expect(submit()).resolves.toBeDefined();
});

test('of two that use a link at once one succeeds', async () => {
  const { leadId, submit } = await linked();
  const results = await Promise.allSettled([submit(), submit(), submit()]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await activities(leadId)).toHaveLength(1);
});

test('feedback that is refused does not use up the link', async () => {
  const { link, submit } = await linked();
  await expect(
    submitSampleFeedback(system(), {
      token: link.token,
      items: [{ itemId: '0195f3b4-0000-7000-8000-000000000000', outcome: 'FAIL' }],
    }),
  ).rejects.toMatchObject(invalid('items.0.itemId'));
  await expect(submit()).resolves.toBeDefined();
});

test('the setting says how long a link works', async () => {
  await setSetting('feedbackLinkDays', 2);
  const { link } = await linked();
  expect(link.expiresAt).toEqual(new Date('2026-03-05T09:00:00Z'));
});

test('a link is mailed to a contact of the lead', async () => {
  const { rep, leadId, sampleId } = await linked();
  const contact = await db.prisma.contact.findFirstOrThrow({ where: { leadId } });
  const mail = { contactId: contact.id, locale: 'de', publicUrl: 'https://leads.example' } as const;
  const link = await issueFeedbackLink(rep.ctx(), { sampleId, mail });
  expect(await db.prisma.outboxEmail.findMany()).toMatchObject([
    {
      template: 'feedback-request',
      recipient: contact.email,
      leadId,
      data: {
        recipientName: 'Erika Muster',
        senderName: 'Anna Muster',
        link: `https://leads.example/feedback/${link.token}`,
      },
    },
  ]);
});

test("a link is not mailed to another lead's contact, nor without a public address", async () => {
  const { rep, sampleId, leadId } = await linked();
  const other = await linked();
  const foreign = await db.prisma.contact.findFirstOrThrow({ where: { leadId: other.leadId } });
  const own = await db.prisma.contact.findFirstOrThrow({ where: { leadId } });
  const issue = (contactId: string, publicUrl: string) =>
    issueFeedbackLink(rep.ctx(), { sampleId, mail: { contactId, locale: 'de', publicUrl } });
  await expect(issue(foreign.id, 'https://leads.example')).rejects.toMatchObject(
    invalid('mail.contactId'),
  );
  await expect(issue('nobody', 'https://leads.example')).rejects.toMatchObject(
    invalid('mail.contactId'),
  );
  await expect(issue(own.id, '')).rejects.toThrow(ConflictError);
});

test('a link is not mailed to a contact of another lead, although the same agent owns both', async () => {
  const { rep, sampleId } = await linked();
  const otherLeadId = await leadOf(rep);
  const contact = await db.prisma.contact.findFirstOrThrow({ where: { leadId: otherLeadId } });
  const mail = { contactId: contact.id, locale: 'de', publicUrl: 'https://leads.example' } as const;
  await expect(issueFeedbackLink(rep.ctx(), { sampleId, mail })).rejects.toThrow(
    'allowed is a contact of the lead',
  );
  expect(await db.prisma.outboxEmail.count()).toBe(0);
});

test.skipIf(!TEST_DATABASE_URL)(
  'a link that is replaced while feedback by it waits for the lead is no good any more (needs a server: PGlite has one connection)',
  async () => {
    const { rep, leadId, sampleId, submit } = await linked();
    let submitted: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM lead WHERE id = ${leadId}::uuid FOR UPDATE`;
      submitted = outside(() => submit()).catch((error: unknown) => error);
      const isWaiting = async () => {
        const waiting = await tx.$queryRaw<unknown[]>`
          SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return waiting.length;
      };
      await expect.poll(isWaiting, { timeout: 10_000 }).toBe(1);
      await issueFeedbackLink({ ...rep.ctx(), tx }, { sampleId });
    });
    expect(await submitted).toMatchObject({ code: 'NOT_FOUND' });
    expect(await activities(leadId)).toEqual([]);
  },
);

test('there is no link to a sample that was not sent', async () => {
  const rep = await someone('REP');
  const sampleId = await sampleFor(rep, await leadOf(rep));
  await expect(issueFeedbackLink(rep.ctx(), { sampleId })).rejects.toThrow(ConflictError);
});
