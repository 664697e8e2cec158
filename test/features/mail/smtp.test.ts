import { describe, expect, test } from 'vitest';
import { startMailServer } from './mail-server.js';
import {
  clock,
  db,
  dispatcher,
  enqueue,
  enqueueBroken,
  outbox,
  useOutboxDatabase,
} from './outbox-setup.js';

await useOutboxDatabase();

const header = (raw: string | undefined, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(raw ?? '')?.[1]?.trim();

test('250: the mail arrives in text and HTML, and the outbox says so', async () => {
  await using server = await startMailServer();
  await enqueue(['anna@example.com']);
  expect(await dispatcher(server.url).dispatchDue()).toBe(1);

  const [email] = await db.prisma.outboxEmail.findMany();
  expect(email).toMatchObject({
    status: 'SENT',
    sentAt: clock.now(),
    attempts: 1,
    lockedUntil: null,
    subject: 'Wiedervorlage: Café Größe, Köln',
    textBody: null,
    htmlBody: null,
    messageId: expect.stringMatching(/^<[\da-f-]{36}@example\.com>$/),
  });
  const raw = server.accepted[0]?.raw;
  expect(header(raw, 'Message-ID')).toBe(email?.messageId);
  expect(header(raw, 'To')).toBe('anna@example.com');
  expect(header(raw, 'From')).toBe('Leadwarden <leads@example.com>');
  expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
  expect(raw).toMatch(/text\/plain; charset=utf-8[\s\S]*text\/html; charset=utf-8/);
});

test('a mail that was sent is not sent again', async () => {
  await using server = await startMailServer();
  await enqueue(['anna@example.com']);
  await dispatcher(server.url).dispatchDue();
  clock.advance({ days: 30 });
  expect(await dispatcher(server.url).dispatchDue()).toBe(0);
  expect(server.accepted).toHaveLength(1);
});

test('450: the mail is tried again after the wait, with the same Message-ID', async () => {
  await using server = await startMailServer((_recipient, time) =>
    time < 3 ? { at: 'RCPT', code: 450 } : 'accept',
  );
  await enqueue(['anna@example.com']);
  const { dispatchDue } = dispatcher(server.url);
  await dispatchDue();
  const [waiting] = await db.prisma.outboxEmail.findMany();
  expect(waiting).toMatchObject({
    status: 'PENDING',
    attempts: 1,
    nextAttemptAt: new Date('2026-03-03T09:01:00Z'),
    lockedUntil: null,
  });
  expect(waiting?.lastError).toContain('refused with 450');

  clock.advance({ seconds: 59 });
  expect(await dispatchDue()).toBe(0);
  clock.advance({ seconds: 1 });
  expect(await dispatchDue()).toBe(1);
  clock.advance({ minutes: 2 });
  expect(await dispatchDue()).toBe(1);
  expect(await outbox()).toEqual([{ recipient: 'anna@example.com', status: 'SENT', attempts: 3 }]);
  expect(header(server.accepted[0]?.raw, 'Message-ID')).toBe(waiting?.messageId);
});

test.each([
  'RCPT',
  'DATA',
] as const)('550 at %s: the mail is dead at once and an event says so', async (at) => {
  await using server = await startMailServer(() => ({ at, code: 550 }));
  await enqueue(['nobody@example.com']);
  await dispatcher(server.url).dispatchDue();
  const [email] = await db.prisma.outboxEmail.findMany();
  expect(email).toMatchObject({ status: 'DEAD', attempts: 1, lockedUntil: null });
  expect(await db.prisma.domainEvent.findMany()).toMatchObject([
    {
      type: 'MAIL_DEAD_LETTERED',
      leadId: null,
      payload: { emailId: email?.id, template: 'follow-up', attempts: 1, cause: 'REJECTED' },
    },
  ]);
});

test('a connection that breaks in the middle of the mail is tried again, and no event is told', async () => {
  await using server = await startMailServer((_recipient, time) =>
    time === 1 ? 'drop' : 'accept',
  );
  await enqueue(['anna@example.com']);
  const { dispatchDue } = dispatcher(server.url);
  await dispatchDue();
  expect(await outbox()).toEqual([
    { recipient: 'anna@example.com', status: 'PENDING', attempts: 1 },
  ]);
  expect(await db.prisma.domainEvent.count()).toBe(0);
  clock.advance({ minutes: 1 });
  await dispatchDue();
  expect(await outbox()).toEqual([{ recipient: 'anna@example.com', status: 'SENT', attempts: 2 }]);
  expect(server.accepted).toHaveLength(1);
});

test('a server that never answers is given up and the mail tried again later', async () => {
  await using server = await startMailServer((_recipient, time) =>
    time === 1 ? 'hang' : 'accept',
  );
  await enqueue(['anna@example.com']);
  const { dispatchDue } = dispatcher(server.url, { timeouts: { silenceMs: 1_000 } });
  expect(await dispatchDue()).toBe(1);
  expect(await outbox()).toEqual([
    { recipient: 'anna@example.com', status: 'PENDING', attempts: 1 },
  ]);
  clock.advance({ minutes: 1 });
  await dispatchDue();
  expect(await outbox()).toEqual([{ recipient: 'anna@example.com', status: 'SENT', attempts: 2 }]);
});

describe('mails behind a bad one', () => {
  test.each([
    ['is refused for good', 'DEAD', { at: 'DATA', code: 554 }],
    ['is refused for now', 'PENDING', { at: 'RCPT', code: 451 }],
    ['breaks the connection', 'PENDING', 'drop'],
    ['is never answered', 'PENDING', 'hang'],
  ] as const)('are sent in the same pass when it %s', async (_what, status, behaviour) => {
    await using server = await startMailServer((recipient) =>
      recipient === 'bad@example.com' ? behaviour : 'accept',
    );
    await enqueue(['bad@example.com', 'b@example.com', 'c@example.com']);
    expect(await dispatcher(server.url, { timeouts: { silenceMs: 1_000 } }).dispatchDue()).toBe(3);
    expect(await outbox()).toEqual([
      { recipient: 'bad@example.com', status, attempts: 1 },
      { recipient: 'b@example.com', status: 'SENT', attempts: 1 },
      { recipient: 'c@example.com', status: 'SENT', attempts: 1 },
    ]);
  });

  test('are sent in the same pass when it cannot be rendered', async () => {
    await using server = await startMailServer();
    await enqueueBroken('bad@example.com');
    await enqueue(['b@example.com']);
    await dispatcher(server.url).dispatchDue();
    expect(await outbox()).toEqual([
      { recipient: 'bad@example.com', status: 'DEAD', attempts: 1 },
      { recipient: 'b@example.com', status: 'SENT', attempts: 1 },
    ]);
    expect(server.named).toEqual(['b@example.com']);
    expect(await db.prisma.domainEvent.findMany()).toMatchObject([
      { type: 'MAIL_DEAD_LETTERED', payload: { cause: 'RENDERING' } },
    ]);
  });

  test('are spared an attempt when no server answers at all', async () => {
    const server = await startMailServer();
    await server[Symbol.asyncDispose]();
    await enqueue(['a@example.com', 'b@example.com']);
    expect(await dispatcher(server.url).dispatchDue()).toBe(1);
    expect(await outbox()).toEqual([
      { recipient: 'a@example.com', status: 'PENDING', attempts: 1 },
      { recipient: 'b@example.com', status: 'PENDING', attempts: 0 },
    ]);
  });
});

test('a recipient is one address, never a list of them', async () => {
  await using server = await startMailServer();
  await enqueue(['a@example.com, b@example.com', 'x@example.com\r\nRCPT TO:<y@example.com>']);
  await dispatcher(server.url).dispatchDue();
  expect(server.named.filter((name) => /^[ab]@|^y@/.test(name))).toEqual([]);
});

test('a server that wants a password which is wrong kills no mail', async () => {
  await using server = await startMailServer(() => ({ at: 'RCPT', code: 530 }));
  await enqueue(['a@example.com']);
  await dispatcher(server.url).dispatchDue();
  expect(await outbox()).toEqual([{ recipient: 'a@example.com', status: 'PENDING', attempts: 1 }]);
});

test('what people wrote cannot begin a header, on the wire either', async () => {
  await using server = await startMailServer();
  await enqueue(['anna@example.com'], {
    companyName: 'Hotel\r\nBcc: eve@example.com',
    city: 'Ulm',
    note: 'x\r\n.\r\nRCPT TO:<eve@example.com>',
  });
  await dispatcher(server.url).dispatchDue();
  const [mail] = server.accepted;
  const [headers = ''] = mail?.raw.split('\r\n\r\n') ?? [];
  expect(headers).toMatch(/^Subject: /m);
  expect(headers).not.toMatch(/^Bcc:/im);
  expect(server.named).toEqual(['anna@example.com']);
});

test('each mail carries the answer that the server gave to it, over connections that are used again', async () => {
  await using server = await startMailServer((recipient, time) =>
    recipient.startsWith('late') && time === 1 ? { at: 'DATA', code: 451 } : 'accept',
  );
  const recipients = Array.from(
    { length: 30 },
    (_, nth) => `${nth % 3 ? 'a' : 'late'}${nth}@example.com`,
  );
  await enqueue(recipients);
  const { dispatchDue } = dispatcher(server.url);
  await dispatchDue();
  clock.advance({ minutes: 1 });
  await dispatchDue();
  const mails = await db.prisma.outboxEmail.findMany();
  expect(mails.map(({ status }) => status)).toEqual(recipients.map(() => 'SENT'));
  for (const { serverAnswer, messageId } of mails) {
    expect(serverAnswer).toContain(`queued ${messageId}`);
  }
  expect(server.accepted).toHaveLength(30);
});

describe('an address with letters beyond ASCII before the @', () => {
  test('is written to where the server can', async () => {
    await using server = await startMailServer();
    await enqueue(['jörg@example.com']);
    await dispatcher(server.url).dispatchDue();
    expect(await outbox()).toEqual([
      { recipient: 'jörg@example.com', status: 'SENT', attempts: 1 },
    ]);
    expect(server.named).toEqual(['jörg@example.com']);
  });

  test('is refused in words where it cannot', async () => {
    await using server = await startMailServer(() => 'accept', { hideSMTPUTF8: true });
    await enqueue(['jörg@example.com']);
    await dispatcher(server.url).dispatchDue();
    const [email] = await db.prisma.outboxEmail.findMany();
    expect(email).toMatchObject({
      status: 'DEAD',
      lastError:
        'The mail server takes no letters beyond ASCII before the @, as in jörg@example.com: it does not offer SMTPUTF8.',
    });
    expect(server.named).toEqual([]);
  });
});

test('no mark of direction stands in a subject or greeting', async () => {
  await using server = await startMailServer();
  await enqueue(['anna@example.com'], { companyName: 'Adler \u202egpj.exe\u200f' });
  await db.prisma.user.updateMany({ data: { name: 'Anna\u2067\nKlicken Sie hier' } });
  await dispatcher(server.url).dispatchDue();
  const [mail] = await db.prisma.outboxEmail.findMany();
  expect(mail?.subject).toBe('Wiedervorlage: Adler gpj.exe, Köln');
  const text = decodeURIComponent(
    server.accepted[0]?.raw
      .replace(/=\r\n/g, '')
      .replace(/=([\dA-F]{2})/g, '%$1')
      .replace(/%(?![\dA-F]{2})/g, '%25') ?? '',
  );
  expect(text).toContain('Guten Tag Anna Klicken Sie hier,');
});
