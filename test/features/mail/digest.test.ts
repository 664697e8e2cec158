import pino from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { globalIdOf } from '../../../src/domain/global-id.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { claimDueEmails } from '../../../src/features/mail/claim-email.js';
import { createDispatcher } from '../../../src/features/mail/dispatcher.js';
import { createSmtpTransport } from '../../../src/features/mail/smtp-transport.js';
import { newId } from '../../../src/platform/db/ids.js';
import { testClock } from '../../support/clock.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { contextFor, makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { gate, makeDueLeads, nightlyRunner } from '../jobs/nightly.js';
import { startMailServer } from './mail-server.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T00:00:00Z');
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T00:00:00Z');
});

const send = (url: string) =>
  createDispatcher({
    db,
    transport: createSmtpTransport({ url, from: 'Leadwarden <leads@example.com>' }),
    clock: clock.now,
    log: pino({ level: 'silent' }),
    random: () => 1,
    settings: { publicUrl: 'https://leads.example.com', domain: 'example.com' },
  }).dispatchDue();

/** Three leads of one agent, warned of in the same night. */
async function warnOfThree() {
  const owner = await makeUser(db);
  return { owner, ids: await warnOf(owner, ['Gasthof Krone', 'Kantine Nord', 'Hotel Adler']) };
}

async function warnOf(owner: { id: string }, names: readonly string[]) {
  const assignedAt = '2026-01-01T09:00:00Z';
  const leads = names.map((companyName) => ({ companyName, assignedAt }));
  const ids = await makeDueLeads(db, owner.id, clock.now(), leads);
  const by = { actor: SYSTEM_ACTOR, requestId: null };
  const job = { job: 'progress-warning', asOf: clock.now(), by } as const;
  expect(await nightlyRunner(db, clock).runNow(job)).toMatchObject({ status: 'SUCCEEDED' });
  return ids;
}

const warned = async () =>
  (await db.prisma.lead.findMany({ where: { warnedAt: clock.now() } })).length;
const mails = () =>
  db.prisma.outboxEmail.findMany({
    where: { template: 'progress-warning' },
    orderBy: { id: 'asc' },
  });
const textOf = (raw: string | undefined) =>
  (raw ?? '').split(/^Content-Type: text\/html/m)[0]?.replaceAll(/=\r?\n/g, '') ?? '';

test('the warnings of a night go to an agent in one mail, and each of them is delivered with it', async () => {
  await using server = await startMailServer();
  const { owner, ids } = await warnOfThree();
  await send(server.url);

  expect(server.accepted.map(({ recipient }) => recipient)).toEqual([owner.email]);
  const text = textOf(server.accepted[0]?.raw);
  for (const part of ['Gasthof Krone', 'Kantine Nord', 'Hotel Adler', '11. M']) {
    expect(text).toContain(part);
  }
  const [first, ...others] = await mails();
  expect(server.accepted[0]?.raw).toContain(`Message-ID: ${first?.messageId}`);
  expect([first, ...others].map((mail) => mail?.serverAnswer)).toEqual(
    ids.map(() => `250 queued ${first?.messageId}`),
  );
  expect(first).toMatchObject({ status: 'SENT', sentWith: null });
  for (const other of others) expect(other).toMatchObject({ status: 'SENT', sentWith: first?.id });
  expect(await db.prisma.reminder.count({ where: { deliveredAt: clock.now() } })).toBe(3);
  expect(await warned()).toBe(3);
  const links = ids.map((id) => encodeURIComponent(globalIdOf('Lead', id)).replaceAll('=', '=3D'));
  for (const link of links) expect(text).toContain(`/leads/${link}`);
});

test('a warning that is about nothing any more is left out of it and discarded alone', async () => {
  await using server = await startMailServer();
  const { owner, ids } = await warnOfThree();
  const actor = { ...SYSTEM_ACTOR, id: owner.id, role: 'REP' as const };
  clock.advance({ minutes: 1 });
  await logActivity(contextFor(db, actor, clock.now()), {
    leadId: ids[1] ?? '',
    kind: 'QUALIFIED_CALL',
  });
  await send(server.url);
  expect(server.accepted).toHaveLength(1);
  expect(textOf(server.accepted[0]?.raw)).not.toContain('Kantine Nord');
  expect((await mails()).map(({ status }) => status).sort()).toEqual(['DISCARDED', 'SENT', 'SENT']);
});

/** Two leads of one agent whose protection ends at noon. */
async function endOfTwo() {
  const owner = await makeUser(db);
  const manager = await makeUser(db, { role: 'MANAGER' });
  clock.set('2026-02-28T12:00:00Z');
  const leads = ['Mensa West', 'Bar Nord'].map((companyName) => ({
    companyName,
    assignedAt: '2025-08-28T11:00:00Z',
  }));
  await makeDueLeads(db, owner.id, clock.now(), leads);
  const by = { actor: SYSTEM_ACTOR, requestId: null };
  await nightlyRunner(db, clock).runNow({ job: 'protection-expiry', asOf: clock.now(), by });
  return { owner, manager };
}

test('what ends in a day is told in one mail after the warnings of the next night', async () => {
  await using server = await startMailServer();
  const { owner, manager } = await endOfTwo();
  await send(server.url);
  expect(server.accepted).toEqual([]);
  clock.set('2026-03-01T00:05:00Z');
  await send(server.url);
  expect(server.accepted.map(({ recipient }) => recipient).sort()).toEqual(
    [owner.email, manager.email].sort(),
  );
  for (const { raw } of server.accepted) {
    const text = textOf(raw);
    for (const part of ['Mensa West', 'Bar Nord', '28. Februar 2026, 13:00']) {
      expect(text).toContain(part);
    }
  }
});

test('the warnings of a night take it along', async () => {
  await using server = await startMailServer();
  const { owner, manager } = await endOfTwo();
  clock.set('2026-03-01T00:00:30Z');
  await warnOf(owner, ['Hotel Adler']);
  await send(server.url);
  expect(server.accepted.map(({ recipient }) => recipient)).toEqual([owner.email]);
  const text = textOf(server.accepted[0]?.raw);
  expect(text.indexOf('Hotel Adler')).toBeLessThan(text.indexOf('Mensa West'));
  expect(await warned()).toBe(1);
  clock.set('2026-03-01T00:05:00Z');
  await send(server.url);
  expect(server.accepted.map(({ recipient }) => recipient)).toEqual([owner.email, manager.email]);
});

test('nothing waits where each mail goes by itself', async () => {
  await using server = await startMailServer();
  await db.prisma.setting.create({ data: { key: 'mail.nightlyDigest', value: false } });
  const { owner, manager } = await endOfTwo();
  await send(server.url);
  expect(server.accepted.map(({ recipient }) => recipient).sort()).toEqual(
    [owner.email, owner.email, manager.email, manager.email].sort(),
  );
});

test('refused, each of its warnings is told to the managers', async () => {
  await using server = await startMailServer((_recipient, time) =>
    time === 1 ? { at: 'RCPT', code: 550 } : 'accept',
  );
  const manager = await makeUser(db, { role: 'MANAGER' });
  await warnOfThree();
  await send(server.url);
  expect((await mails()).map(({ deathCause }) => deathCause)).toEqual(Array(3).fill('REJECTED'));
  expect(
    await db.prisma.outboxEmail.count({
      where: { template: 'warning-undeliverable', recipient: manager.email },
    }),
  ).toBe(3);
  expect(await warned()).toBe(0);
});

test('refused for now, it comes again whole, under the same Message-ID', async () => {
  await using server = await startMailServer((_recipient, time) =>
    time === 1 ? { at: 'DATA', code: 451 } : 'accept',
  );
  await warnOfThree();
  await send(server.url);
  const before = await mails();
  clock.advance({ minutes: 1 });
  await send(server.url);
  expect(server.accepted).toHaveLength(1);
  expect(server.accepted[0]?.raw).toContain(`Message-ID: ${before[0]?.messageId}`);
  expect((await mails()).map(({ status }) => status)).toEqual(Array(3).fill('SENT'));
});

test('two processes make one mail of them', async () => {
  await using server = await startMailServer();
  await warnOfThree();
  await Promise.all([send(server.url), send(server.url)]);
  expect(server.accepted).toHaveLength(1);
});

test.skipIf(!TEST_DATABASE_URL)(
  'claimed while another process claims, the warnings stay together (needs a server: PGlite has one connection)',
  async () => {
    await warnOfThree();
    const done = gate();
    const isLocked = gate();
    const other = db.transaction(async (tx) => {
      // 'LWdg' in ASCII: the lock of whoever claims what may go out as one.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${0x4c576467}::bigint)::text`;
      await tx.$queryRaw`SELECT id FROM outbox_email ORDER BY id LIMIT 1 FOR UPDATE`;
      isLocked.open();
      await done.opened;
    });
    await isLocked.opened;
    const how = { leaseMs: 60_000, domain: 'example.com', most: 1, digest: true };
    let claimed = false;
    const claim = claimDueEmails(db, clock.now(), how).finally(() => {
      claimed = true;
    });
    await expect
      .poll(async () => {
        const waiting = await db.query(`SELECT FROM pg_locks WHERE NOT granted
          AND locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
        return claimed || waiting.length > 0;
      })
      .toBe(true);
    done.open();
    await other;
    expect((await claim).map((group) => group.length)).toEqual([3]);
  },
);

test('while warnings are being issued none goes out, and a run that died holds up nothing', async () => {
  await using server = await startMailServer();
  await warnOfThree();
  await db.prisma.jobRun.create({
    data: {
      id: newId(),
      job: 'progress-warning',
      slot: new Date(0),
      asOf: clock.now(),
      trigger: 'MANUAL',
      status: 'RUNNING',
      startedAt: clock.now(),
      leaseUntil: new Date(Date.now() + 60_000),
    },
  });
  await send(server.url);
  expect(server.accepted).toHaveLength(0);
  await db.prisma.jobRun.updateMany({
    where: { status: 'RUNNING' },
    data: { leaseUntil: new Date(Date.now() - 60_000) },
  });
  await send(server.url);
  expect(server.accepted).toHaveLength(1);
});

test('where the setting says so, each warning goes out alone', async () => {
  await using server = await startMailServer();
  await db.prisma.setting.create({ data: { key: 'mail.nightlyDigest', value: false } });
  await warnOfThree();
  await send(server.url);
  expect(server.accepted).toHaveLength(3);
  expect(await warned()).toBe(3);
});
