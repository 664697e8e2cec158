import { describe, expect, test } from 'vitest';
import { ConflictError, ForbiddenError, NotFoundError } from '../../../src/domain/errors.js';
import { globalIdOf } from '../../../src/domain/global-id.js';
import { claimDueEmails } from '../../../src/features/mail/claim-email.js';
import { discardEmail } from '../../../src/features/mail/discard-email.js';
import { previewEmail, visibleEmails } from '../../../src/features/mail/queries.js';
import { retryEmail } from '../../../src/features/mail/retry-email.js';
import { newId } from '../../../src/platform/db/ids.js';
import { inTransaction } from '../../../src/platform/verbs/context.js';
import { startMailServer } from './mail-server.js';
import {
  asRole,
  clock,
  db,
  dispatcher,
  enqueue,
  enqueueBroken,
  outbox,
  useOutboxDatabase,
} from './outbox-setup.js';

await useOutboxDatabase();

async function deadMail(): Promise<string> {
  await enqueue(['a@example.com']);
  const { id } = await db.prisma.outboxEmail.findFirstOrThrow();
  await db.prisma.outboxEmail.update({ where: { id }, data: { status: 'DEAD', attempts: 20 } });
  return id;
}

test('a dead mail that is retried is sent with all its attempts before it', async () => {
  await using server = await startMailServer();
  const emailId = await deadMail();
  const email = await retryEmail(await asRole('ADMIN'), { emailId });
  expect(email).toMatchObject({ status: 'PENDING', attempts: 0, nextAttemptAt: clock.now() });
  await dispatcher(server.url).dispatchDue();
  expect(await outbox()).toEqual([{ recipient: 'a@example.com', status: 'SENT', attempts: 1 }]);
});

test('a discarded mail is never sent', async () => {
  await using server = await startMailServer();
  await enqueue(['a@example.com']);
  const { id: emailId } = await db.prisma.outboxEmail.findFirstOrThrow();
  expect(await discardEmail(await asRole('ADMIN'), { emailId })).toMatchObject({
    status: 'DISCARDED',
  });
  expect(await dispatcher(server.url).dispatchDue()).toBe(0);
  expect(server.named).toEqual([]);
});

test('retrying and discarding are in the audit trail', async () => {
  const ctx = await asRole('ADMIN');
  const emailId = await deadMail();
  await retryEmail(ctx, { emailId });
  await discardEmail(ctx, { emailId });
  const entries = await db.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } });
  expect(entries).toMatchObject([
    { action: 'retryEmail', entityId: emailId, actorId: ctx.actor.id, before: { status: 'DEAD' } },
    { action: 'discardEmail', entityId: emailId, after: { status: 'DISCARDED' } },
  ]);
});

describe.each([
  ['retried', retryEmail],
  ['discarded', discardEmail],
] as const)('a mail cannot be %s', (_what, verb) => {
  test('by anybody but an admin', async () => {
    const emailId = await deadMail();
    for (const role of ['REP', 'MANAGER', 'AUDITOR', 'WALLBOARD'] as const) {
      const ctx = await asRole(role);
      await expect(async () => verb(ctx, { emailId })).rejects.toThrow(ForbiddenError);
    }
  });

  test('once it was sent', async () => {
    const emailId = await deadMail();
    const sent = { status: 'SENT', sentAt: clock.now() };
    await db.prisma.outboxEmail.update({ where: { id: emailId }, data: sent });
    await expect(verb(await asRole('ADMIN'), { emailId })).rejects.toThrow(
      new ConflictError(
        `The mail ${globalIdOf('OutboxEmail', emailId)} is SENT; only a PENDING or DEAD one can be retried or discarded.`,
        'MAIL_SETTLED',
      ),
    );
  });

  test('while it is being sent', async () => {
    await enqueue(['a@example.com']);
    const [[claimed] = []] = await claimDueEmails(db, clock.now(), {
      leaseMs: 60_000,
      domain: 'example.com',
      most: 1,
    });
    await expect(verb(await asRole('ADMIN'), { emailId: claimed?.id ?? '' })).rejects.toThrow(
      ConflictError,
    );
  });

  test('if there is none', async () => {
    const ctx = await asRole('ADMIN');
    await expect(verb(ctx, { emailId: newId() })).rejects.toThrow(NotFoundError);
    await expect(verb(ctx, { emailId: 'no-id' })).rejects.toThrow(NotFoundError);
  });
});

test('only admins and auditors read the outbox', async () => {
  const id = await deadMail();
  const readers = await Promise.all(
    (['REP', 'MANAGER', 'ADMIN', 'AUDITOR', 'SERVICE', 'WALLBOARD'] as const).map(async (role) => {
      const ctx = await asRole(role);
      const where = { AND: [{ id }, visibleEmails(ctx.actor)] };
      return (
        (await inTransaction(ctx, ({ tx }) =>
          tx.outboxEmail.findFirst({ select: { id: true }, where }),
        )) && role
      );
    }),
  );
  expect(readers.filter(Boolean)).toEqual(['ADMIN', 'AUDITOR']);
});

test('a waiting mail is previewed as it will be sent, a broken one not at all', async () => {
  const ctx = await asRole('ADMIN');
  await enqueue(['a@example.com']);
  await enqueueBroken('b@example.com');
  const mails = await db.prisma.outboxEmail.findMany({ orderBy: { id: 'asc' } });
  const previews = await Promise.all(mails.map((mail) => previewEmail(ctx, mail, null)));
  expect(previews[0]?.subject).toBe('Wiedervorlage: Café Größe, Köln');
  expect(previews[1]).toBeNull();
});
