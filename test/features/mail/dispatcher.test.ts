import { EventEmitter, once } from 'node:events';
import pino from 'pino';
import { expect, test, vi } from 'vitest';
import { LeadwardenError } from '../../../src/domain/errors.js';
import { claimDueEmails } from '../../../src/features/mail/claim-email.js';
import { createTransport } from '../../../src/features/mail/create-transport.js';
import { createSmtpTransport } from '../../../src/features/mail/smtp-transport.js';
import { DeliveryError, type MailTransport } from '../../../src/features/mail/transport.js';
import { enqueueEmails } from '../../../src/features/outbox/enqueue-email.js';
import type { Database } from '../../../src/platform/db/open.js';
import { withinDeadline } from '../../../src/platform/outbound/within-deadline.js';
import { startMailServer } from './mail-server.js';
import {
  clock,
  db,
  dispatcher,
  enqueue,
  followUp,
  outbox,
  useOutboxDatabase,
} from './outbox-setup.js';

await useOutboxDatabase();

const transportOf = (send: MailTransport['send']): MailTransport => ({
  keepsCopy: false,
  send,
  close() {},
});
const LEASE = { minutes: 2 };

test('a mail is enqueued once per key, whoever asks and how often', async () => {
  await enqueue(['a@example.com', 'b@example.com']);
  await enqueue(['b@example.com', 'c@example.com'], { note: 'Later' });
  expect((await outbox()).map(({ recipient }) => recipient)).toEqual([
    'a@example.com',
    'b@example.com',
    'c@example.com',
  ]);
});

test('enqueueing tells how many mails were new', async () => {
  const mail = (dedupeKey: string) => followUp('a@example.com', dedupeKey);
  const counts = await db.transaction(async (tx) => [
    await enqueueEmails(tx, []),
    await enqueueEmails(tx, [mail('one'), mail('one')]),
    await enqueueEmails(tx, [mail('one')]),
  ]);
  expect(counts).toEqual([0, 1, 0]);
});

test('a mail of a transaction that rolls back is never sent', async () => {
  await expect(
    db.transaction(async (tx) => {
      await enqueueEmails(tx, [followUp('a@example.com')]);
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await outbox()).toEqual([]);
});

test('without a mail server the mail is written to the log and kept whole in the outbox', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line) => lines.push(JSON.parse(line)) });
  const transport = await createTransport({ kind: 'log', from: 'leads@example.com' }, log);
  await enqueue(['anna@example.com']);
  await dispatcher('smtp://unused', { transport }).dispatchDue();
  const [email] = await db.prisma.outboxEmail.findMany();
  expect(email).toMatchObject({ status: 'SENT', subject: 'Wiedervorlage: Café Größe, Köln' });
  expect(email?.textBody).toContain('Ihre Notiz: Grüße');
  expect(email?.htmlBody).toContain('<td style="padding:4px 0;vertical-align:top">Grüße</td>');
  expect(lines).toMatchObject([
    { recipient: 'anna@example.com', subject: email?.subject, text: email?.textBody },
  ]);
});

/** The database of a process that is gone as soon as `isGone`. */
function goneOnce(isGone: () => boolean): Database {
  return {
    ...db,
    transaction: (work, options) =>
      isGone() ? Promise.reject(new Error('the process is gone')) : db.transaction(work, options),
  };
}

test('a crash between sending and writing it down repeats one mail, with the same Message-ID', async () => {
  await using server = await startMailServer();
  await enqueue(['a@example.com', 'b@example.com', 'c@example.com']);
  // As if the process were gone at that moment: nothing is written any more.
  const crashing = dispatcher(server.url, { db: goneOnce(() => server.accepted.length > 0) });
  await expect(crashing.dispatchDue()).rejects.toThrow('the process is gone');

  const successor = dispatcher(server.url);
  await successor.dispatchDue();
  expect((await outbox()).map(({ status }) => status)).toEqual(['PENDING', 'SENT', 'SENT']);
  clock.advance(LEASE);
  await successor.dispatchDue();
  clock.advance({ days: 1 });
  await successor.dispatchDue();

  expect(server.accepted.map(({ recipient }) => recipient)).toEqual([
    'a@example.com',
    'b@example.com',
    'c@example.com',
    'a@example.com',
  ]);
  const ids = server.accepted.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
  expect(ids[3]).toBe(ids[0]);
});

test('a database that is away when a mail has been sent is waited for, and the mail not sent again', async () => {
  await using server = await startMailServer();
  await enqueue(['a@example.com']);
  let away = 3;
  const flaky: Database = {
    ...db,
    transaction: (work, options) =>
      server.accepted.length > 0 && away-- > 0
        ? Promise.reject(new LeadwardenError('UNAVAILABLE', 'away'))
        : db.transaction(work, options),
  };
  const settings = { publicUrl: null, pollMs: 1 };
  await dispatcher(server.url, { db: flaky, settings }).dispatchDue();
  clock.advance(LEASE);
  await dispatcher(server.url).dispatchDue();
  expect(server.accepted).toHaveLength(1);
  expect(await outbox()).toEqual([{ recipient: 'a@example.com', status: 'SENT', attempts: 1 }]);
});

test('a mail that kills the process every time is given up', async () => {
  const settings = { publicUrl: null, maxAttempts: 3 };
  let [starts, sent] = [0, 0];
  const deadly = {
    settings,
    db: goneOnce(() => sent === starts),
    transport: transportOf(async () => {
      sent += 1;
      return '250 OK';
    }),
  };
  await enqueue(['deadly@example.com']);
  while (starts < 3) {
    starts += 1;
    await expect(dispatcher('smtp://unused', deadly).dispatchDue()).rejects.toThrow();
    clock.advance(LEASE);
  }
  await dispatcher('smtp://unused', { settings }).dispatchDue();
  expect(sent).toBe(3);
  expect((await outbox())[0]?.status).toBe('DEAD');
});

test('a mail is dead after the last attempt', async () => {
  const settings = { publicUrl: null, maxAttempts: 2 };
  const transport = transportOf(() => Promise.reject(new DeliveryError('deferred', 'later')));
  const { dispatchDue } = dispatcher('smtp://unused', { settings, transport });
  await enqueue(['a@example.com']);
  await dispatchDue();
  clock.advance({ hours: 3 });
  await dispatchDue();
  expect(await outbox()).toEqual([{ recipient: 'a@example.com', status: 'DEAD', attempts: 2 }]);
  expect(await db.prisma.domainEvent.findMany()).toMatchObject([
    { type: 'MAIL_DEAD_LETTERED', payload: { attempts: 2, cause: 'ATTEMPTS' } },
  ]);
});

test('an error that nobody foresaw postpones the mail', async () => {
  const transport = transportOf(() => Promise.reject(new TypeError('x is not a function')));
  await enqueue(['a@example.com']);
  await dispatcher('smtp://unused', { transport }).dispatchDue();
  expect(await outbox()).toEqual([{ recipient: 'a@example.com', status: 'PENDING', attempts: 1 }]);
});

test('several dispatchers share the outbox and send each mail once', async () => {
  await using server = await startMailServer();
  const recipients = Array.from({ length: 20 }, (_, index) => `r${index}@example.com`);
  await enqueue(recipients);
  const counts = await Promise.all([1, 2, 3].map(() => dispatcher(server.url).dispatchDue()));
  expect(counts.reduce((sum, count) => sum + count)).toBe(20);
  expect(server.accepted.map(({ recipient }) => recipient).sort()).toEqual([...recipients].sort());
});

test('no transaction is open while a mail is being sent', async () => {
  let during: unknown;
  const transport = transportOf(async () => {
    // PGlite has one connection: inside a transaction this would wait for itself.
    during = await db.transaction((tx) => tx.outboxEmail.count());
    return '250 OK';
  });
  await enqueue(['a@example.com']);
  await dispatcher('smtp://unused', { transport }).dispatchDue();
  expect(during).toBe(1);
});

test('a dispatcher whose claim ran out leaves the outcome to the one that took over', async () => {
  await using server = await startMailServer();
  const smtp = createSmtpTransport({ url: server.url, from: 'leads@example.com' });
  const slow = transportOf(async (email, stop) => {
    clock.advance(LEASE);
    await dispatcher(server.url).dispatchDue();
    clock.advance({ seconds: 1 });
    return smtp.send(email, stop);
  });
  await enqueue(['a@example.com']);
  await dispatcher('smtp://unused', { transport: slow }).dispatchDue();
  const [email] = await db.prisma.outboxEmail.findMany();
  expect(email).toMatchObject({ status: 'SENT', attempts: 2 });
  expect(email?.sentAt).toEqual(new Date('2026-03-03T09:02:00Z'));
});

test('a started dispatcher sends what is due and, stopped, settles what it has begun', async () => {
  const server = new EventEmitter();
  const transport = transportOf(async () => {
    server.emit('began');
    await once(server, 'answer');
    return '250 OK';
  });
  await enqueue(['a@example.com', 'b@example.com']);
  const { start, stop } = dispatcher('smtp://unused', {
    transport,
    settings: { publicUrl: null, pollMs: 1 },
  });
  const began = once(server, 'began');
  start();
  await began;
  const stopped = stop();
  server.emit('answer');
  await stopped;
  expect((await outbox()).map(({ status }) => status)).toEqual(['SENT', 'PENDING']);
});

test('who lost a claim writes nothing of it while the new holder is still sending', async () => {
  const holder = new EventEmitter();
  const successor = dispatcher('smtp://unused', {
    transport: transportOf(async () => {
      holder.emit('began');
      await once(holder, 'answer');
      return '250 OK';
    }),
  });
  let succeeding: Promise<number> | undefined;
  const loser = transportOf(async () => {
    clock.advance(LEASE);
    const began = once(holder, 'began');
    succeeding = successor.dispatchDue();
    await began;
    throw new DeliveryError('rejected', '550 no such user');
  });
  await enqueue(['a@example.com']);
  await dispatcher('smtp://unused', { transport: loser }).dispatchDue();
  expect(await outbox()).toMatchObject([{ status: 'PENDING' }]);
  holder.emit('answer');
  await succeeding;
  expect(await outbox()).toMatchObject([{ status: 'SENT' }]);
  expect(await db.prisma.domainEvent.count()).toBe(0);
});

test('the more urgent mail is sent first', async () => {
  await using server = await startMailServer();
  await enqueue(['a@example.com', 'b@example.com', 'c@example.com']);
  await db.prisma.outboxEmail.updateMany({
    where: { recipient: 'c@example.com' },
    data: { priority: 0 },
  });
  await db.prisma.setting.create({ data: { key: 'mail.connections', value: 1 } });
  await dispatcher(server.url).dispatchDue();
  expect(server.named).toEqual(['c@example.com', 'a@example.com', 'b@example.com']);
});

test('many mails go out side by side, and nothing is left behind for each', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on('warning', onWarning);
  try {
    const server = new EventEmitter().setMaxListeners(0);
    let atOnce = 0;
    let sent = 0;
    const transport = transportOf((_email, stop) => {
      const deadline = { ms: 60_000, what: 'answer', stop };
      return withinDeadline(deadline, async () => {
        atOnce += 1;
        // The first goes alone: by it the server is known to be there.
        if (sent > 0 && atOnce < 16) await once(server, 'answer');
        else server.emit('answer');
        atOnce -= 1;
        sent += 1;
        return '250 OK';
      });
    });
    await enqueue(Array.from({ length: 17 }, (_, index) => `r${index}@example.com`));
    expect(await dispatcher('smtp://unused', { transport }).dispatchDue()).toBe(17);
    expect(sent).toBe(17);
    await new Promise(setImmediate);
    expect(warnings).toEqual([]);
  } finally {
    process.off('warning', onWarning);
  }
});

test('mails are claimed several at once, the most urgent first', async () => {
  await enqueue(['a@example.com', 'b@example.com', 'c@example.com']);
  await db.prisma.outboxEmail.updateMany({
    where: { recipient: 'c@example.com' },
    data: { priority: 0 },
  });
  const claim = { leaseMs: 60_000, domain: 'example.com', most: 2 };
  const claims = [
    await claimDueEmails(db, clock.now(), claim),
    await claimDueEmails(db, clock.now(), claim),
    await claimDueEmails(db, clock.now(), claim),
  ];
  expect(
    claims.map((groups) => groups.flatMap((mails) => mails.map(({ recipient }) => recipient))),
  ).toEqual([['c@example.com', 'a@example.com'], ['b@example.com'], []]);
});

test('a mail that the server is slow with holds up no other, and stays with its process', async () => {
  const server = new EventEmitter();
  const sent: string[] = [];
  const transport = transportOf(async ({ recipient }) => {
    if (recipient === 'slow@example.com') await once(server, 'answer');
    sent.push(recipient);
    if (sent.length === 2) server.emit('others sent');
    return '250 OK';
  });
  await enqueue(['slow@example.com', 'b@example.com', 'c@example.com']);
  await db.prisma.setting.create({ data: { key: 'mail.connections', value: 1 } });
  const settings = { publicUrl: null, slowAfterMs: 1, leaseMs: 20 };
  const others = once(server, 'others sent');
  const dispatching = dispatcher('smtp://unused', { transport, settings }).dispatchDue();
  await others;
  const before = clock.now();
  clock.advance({ minutes: 10 });
  await vi.waitFor(async () => {
    const { lockedUntil } = await db.prisma.outboxEmail.findFirstOrThrow({
      where: { recipient: 'slow@example.com' },
    });
    expect(lockedUntil?.getTime()).toBeGreaterThan(before.getTime() + 60_000);
  });
  server.emit('answer');
  await dispatching;
  expect(await outbox()).toEqual(
    ['slow', 'b', 'c'].map((name) => ({
      recipient: `${name}@example.com`,
      status: 'SENT',
      attempts: 1,
    })),
  );
});

test('stopping waits for no server that never answers; the mail is tried again', async () => {
  await using server = await startMailServer(() => 'hang');
  await enqueue(['a@example.com']);
  const settings = { publicUrl: null, pollMs: 1, graceMs: 1 };
  const { start, stop } = dispatcher(server.url, { settings });
  start();
  await vi.waitFor(() => expect(server.named).toEqual(['a@example.com']));
  await stop();
  const [email] = await db.prisma.outboxEmail.findMany();
  expect(email).toMatchObject({
    status: 'PENDING',
    lockedUntil: null,
    lastError: 'There was no answer of the mail server before the process stopped.',
  });
});
