import { expect, test, vi } from 'vitest';
import { claimWebhook } from '../../../src/features/webhooks/hold-webhook.js';
import { pauseWebhook } from '../../../src/features/webhooks/pause-webhook.js';
import { resumeWebhook } from '../../../src/features/webhooks/resume-webhook.js';
import type { Database, Tx } from '../../../src/platform/db/open.js';
import { createPoster } from '../../../src/platform/outbound/post.js';
import { startReceiver, verify } from './receiver.js';
import { idsOf, numbersOf, outbound, useWebhooks } from './webhook-setup.js';

const world = await useWebhooks();
const { db, clock } = world;
const ok = { status: 200 };
const broken = { status: 500, body: 'boom' };

const webhookRow = (id: string) => db.prisma.webhook.findUniqueOrThrow({ where: { id } });
const statuses = async () =>
  (await db.prisma.webhookDelivery.findMany({ orderBy: { position: 'asc' } })).map(
    ({ status, attempts }) => `${status} ${attempts}`,
  );

test('an event arrives signed, with the ids of the API, and verifies with the library of Standard Webhooks', async () => {
  const { secret } = await world.webhook();
  await world.happen(1);
  expect(await world.dispatcher().deliverDue()).toBe(1);
  const [received] = world.receiver.received;
  const event = await db.prisma.domainEvent.findFirstOrThrow({
    where: { type: 'ACTIVITY_LOGGED' },
  });
  if (!received) throw new Error('Nothing arrived.');
  expect(received.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'webhook-timestamp': String(clock.now().getTime() / 1000),
  });
  expect(verify(secret, received, clock.now())).toEqual({
    type: 'ACTIVITY_LOGGED',
    timestamp: '2026-03-01T09:00:00.000Z',
    data: {
      id: event.id,
      cursor: expect.any(String),
      type: 'ACTIVITY_LOGGED',
      version: 1,
      occurredAt: '2026-03-01T09:00:00.000Z',
      actorId: null,
      leadId: null,
      payload: { n: 1 },
    },
  });
  expect(() => verify(secret.replace(/.{4}$/, 'AAA='), received, clock.now())).toThrow();
  const tampered = { ...received, raw: received.raw.replace('"n":1', '"n":2') };
  expect(() => verify(secret, tampered, clock.now())).toThrow();
});

test('events arrive in the order of the log, although two attempts fail before one succeeds', async () => {
  const { id } = await world.webhook();
  await world.happen(1, 2, 3);
  world.receiver.answerNext(ok, broken, broken, ok, ok);
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 2]);
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 2]);
  clock.advance({ seconds: 2 });
  await dispatcher.deliverDue();
  clock.advance({ seconds: 3 });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 2, 2]);
  clock.advance({ seconds: 1 });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 2, 2, 2, 3]);
  expect(new Set(idsOf(world.receiver.received)).size).toBe(3);
  expect(await statuses()).toEqual(['DELIVERED 1', 'DELIVERED 3', 'DELIVERED 1']);
  const attempts = await db.prisma.webhookAttempt.findMany({
    where: { delivery: { webhookId: id, attempts: 3 } },
    orderBy: { id: 'asc' },
    select: { statusCode: true, error: true, response: true },
  });
  expect(attempts).toEqual([
    { statusCode: 500, error: 'The answer was 500.', response: 'boom' },
    { statusCode: 500, error: 'The answer was 500.', response: 'boom' },
    { statusCode: 200, error: null, response: '' },
  ]);
});

test('a delivery that fails too often is a dead letter, admins are told, and the next one has its turn', async () => {
  await db.prisma.setting.create({ data: { key: 'webhook.maxAttempts', value: 2 } });
  await world.webhook();
  await world.happen(1, 2);
  world.receiver.answerNext(broken, broken, ok, ok);
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  clock.advance({ hours: 1 });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 1, 2]);
  expect(await statuses()).toEqual(['DEAD 2', 'DELIVERED 1']);
  const [told] = await db.prisma.domainEvent.findMany({ where: { type: 'WEBHOOK_DEAD_LETTERED' } });
  expect(told?.payload).toMatchObject({ eventType: 'ACTIVITY_LOGGED', attempts: 2 });
});

test('that admins could not be told of a dead letter makes no further dead letter', async () => {
  await db.prisma.setting.create({ data: { key: 'webhook.maxAttempts', value: 1 } });
  await world.webhook();
  await world.happen(1);
  const dispatcher = world.dispatcher();
  world.receiver.answerNext(broken, broken);
  await dispatcher.deliverDue();
  await world.happen();
  await dispatcher.deliverDue();
  await world.happen();
  await dispatcher.deliverDue();
  expect(world.receiver.received.map(({ body }) => body.type)).toEqual([
    'ACTIVITY_LOGGED',
    'WEBHOOK_DEAD_LETTERED',
  ]);
  expect(await db.prisma.domainEvent.count({ where: { type: 'WEBHOOK_DEAD_LETTERED' } })).toBe(1);
});

test.each([
  ['seconds', '3600'],
  ['a date', 'Sun, 01 Mar 2026 10:00:00 GMT'],
])('whoever answers 503 with Retry-After in %s is left alone until then', async (_, after) => {
  await world.webhook();
  await world.happen(1);
  world.receiver.answerNext({ status: 503, headers: { 'retry-after': after } });
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  clock.advance({ minutes: 59 });
  await dispatcher.deliverDue();
  expect(world.receiver.received.length).toBe(1);
  clock.advance({ minutes: 1 });
  await dispatcher.deliverDue();
  expect(world.receiver.received.length).toBe(2);
});

test('whoever answers 410 is disabled, keeps its place, and is sent what waited once it is resumed', async () => {
  const { id } = await world.webhook();
  await world.happen(1);
  world.receiver.answerNext({ status: 410 });
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  expect(await webhookRow(id)).toMatchObject({ status: 'DISABLED', disabledReason: 'GONE' });
  await world.happen(2);
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1]);
  await resumeWebhook(world.as(world.admin), { webhookId: id });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 1, 2]);
});

test('a paused endpoint is sent nothing and keeps its place', async () => {
  const { id } = await world.webhook();
  await pauseWebhook(world.as(world.admin), { webhookId: id });
  await world.happen(1);
  const dispatcher = world.dispatcher();
  expect(await dispatcher.deliverDue()).toBe(0);
  await resumeWebhook(world.as(world.admin), { webhookId: id });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1]);
});

test('an endpoint that hangs holds up no other', async () => {
  await using hanging = await startReceiver();
  hanging.answerNext('never');
  await world.webhook({ url: hanging.url });
  await world.webhook();
  const poster = createPoster({ guard: outbound, timeoutMs: 400 });
  const dispatcher = world.dispatcher({ poster });
  const order: string[] = [];
  world.receiver.onRequest = () => void order.push('the other was told');
  await world.happen(1);
  const all = dispatcher.deliverDue().then(() => order.push('the attempt ended'));
  await all;
  expect(order).toEqual(['the other was told', 'the attempt ended']);
  expect(await db.prisma.webhookAttempt.findMany({ where: { statusCode: null } })).toMatchObject([
    { error: 'There was no answer within 400 ms.' },
  ]);
});

test('only the beginning of an answer is kept, and an endless one is cut off', async () => {
  await world.webhook();
  await world.happen(1);
  world.receiver.answerNext({ status: 500, body: `a\0${'ü'.repeat(100_000)}` });
  await world.dispatcher().deliverDue();
  const [attempt] = await db.prisma.webhookAttempt.findMany();
  expect(attempt?.statusCode).toBe(500);
  expect(Buffer.byteLength(attempt?.response ?? '')).toBeLessThan(510);
  expect(attempt?.response).toMatch(/^a\ufffdüüü/);
});

test('two dispatchers on one database deliver each event once, in order', async () => {
  await world.webhook();
  await using other = await startReceiver();
  await world.webhook({ url: other.url });
  const numbers = Array.from({ length: 20 }, (_, n) => n);
  await world.happen(...numbers);
  await Promise.all([world.dispatcher().deliverDue(), world.dispatcher().deliverDue()]);
  expect(numbersOf(world.receiver.received)).toEqual(numbers);
  expect(numbersOf(other.received)).toEqual(numbers);
});

/** The database of a process that is gone as soon as `isGone`. */
function goneOnce(isGone: () => boolean): Database {
  return {
    ...db,
    transaction: (work, options) =>
      isGone() ? Promise.reject(new Error('the process is gone')) : db.transaction(work, options),
  };
}

const expireLeases = () => db.prisma.webhook.updateMany({ data: { leaseUntil: new Date(0) } });

test('a crash between sending and writing it down repeats one delivery, under the same id', async () => {
  await world.webhook();
  await world.happen(1, 2);
  const crashing = world.dispatcher({ db: goneOnce(() => world.receiver.received.length > 0) });
  await crashing.deliverDue().catch(() => {});
  const successor = world.dispatcher();
  await successor.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1]);
  await expireLeases();
  await successor.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 1, 2]);
  const [first, second] = idsOf(world.receiver.received);
  expect(second).toBe(first);
  expect(await statuses()).toEqual(['DELIVERED 2', 'DELIVERED 1']);
});

test('what was delivered counts, although what comes next cannot be begun', async () => {
  await world.webhook();
  await world.happen(1, 2);
  const failing: Database = {
    ...db,
    transaction: (work, options) =>
      db.transaction(
        (tx) => work(world.receiver.received.length > 0 ? withoutDeliveries(tx) : tx),
        options,
      ),
  };
  await world.dispatcher({ db: failing }).deliverDue();
  expect(await statuses()).toEqual(['DELIVERED 1']);
  await expireLeases();
  await world.dispatcher().deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 2]);
  expect(await statuses()).toEqual(['DELIVERED 1', 'DELIVERED 1']);
});

/** A transaction in which no delivery can be begun. */
function withoutDeliveries(tx: Tx): Tx {
  const queryRaw = (sql: TemplateStringsArray, ...values: unknown[]) => {
    if (sql[0]?.includes('INSERT INTO webhook_delivery')) throw new Error('cannot be begun');
    return tx.$queryRaw(sql, ...values);
  };
  return new Proxy(tx, {
    get: (_, key) => (key === '$queryRaw' ? queryRaw : Reflect.get(tx, key)),
  });
}

test('a delivery that kills the process every time is given up', async () => {
  await db.prisma.setting.create({ data: { key: 'webhook.maxAttempts', value: 2 } });
  await world.webhook();
  await world.happen(1, 2);
  for (const starts of [1, 2]) {
    const deadly = world.dispatcher({
      db: goneOnce(() => world.receiver.received.length >= starts),
    });
    await deadly.deliverDue().catch(() => {});
    await expireLeases();
  }
  await world.dispatcher().deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 1, 2]);
  expect(await statuses()).toEqual(['DEAD 3', 'DELIVERED 1']);
});

test('whoever loses the lease while sending writes nothing; the new holder sends again', async () => {
  const { id } = await world.webhook();
  await world.happen(1);
  world.receiver.onRequest = async () => {
    world.receiver.onRequest = () => {};
    await expireLeases();
    expect(await claimWebhook(db, clock.now(), 'ANYBODY')).toMatchObject({ id, leaseToken: 2 });
  };
  await world.dispatcher().deliverDue();
  expect(Number((await webhookRow(id)).position)).toBeLessThan(2);
  expect(await db.prisma.webhookAttempt.count()).toBe(0);
  await expireLeases();
  await world.dispatcher().deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 1]);
  expect(await statuses()).toEqual(['DELIVERED 2']);
});

test('what an endpoint does not want it is moved past now and then, without being bothered each time', async () => {
  const { id } = await world.webhook();
  await world.happen({ type: 'LEAD_UPDATED' });
  expect(await claimWebhook(db, clock.now(), 'WHOEVER_WANTS_IT')).toBeNull();
  await world.dispatcher().deliverDue();
  expect((await webhookRow(id)).position).toBe(2n);
  await world.happen(1);
  expect(await claimWebhook(db, clock.now(), 'WHOEVER_WANTS_IT')).toMatchObject({ id });
});

test.each([
  301, 302, 303, 307, 308, 400, 404, 500,
])('an answer of %s is no delivery', async (status) => {
  await world.webhook();
  await world.happen(1);
  world.receiver.answerNext({ status, headers: { location: world.receiver.url } });
  await world.dispatcher().deliverDue();
  expect(world.receiver.received).toHaveLength(1);
  expect(await statuses()).toEqual(['PENDING 1']);
});

test('an endpoint that was away for a minute is sent everything within seconds of coming back', async () => {
  await world.webhook();
  await world.happen(1, 2, 3);
  const dispatcher = world.dispatcher({ random: () => 1 });
  for (let failures = 0; failures < 10; failures += 1) {
    world.receiver.answerNext(broken);
    await dispatcher.deliverDue();
    clock.advance({ seconds: 15 });
  }
  await dispatcher.deliverDue();
  expect(await statuses()).toEqual(['DELIVERED 11', 'DELIVERED 1', 'DELIVERED 1']);
});

test('stopping waits for no receiver that never answers; the event is sent again', async () => {
  await world.webhook();
  await world.happen(1);
  world.receiver.answerNext('never');
  const poster = createPoster({ guard: outbound, timeoutMs: 60_000 });
  const dispatcher = world.dispatcher({ poster, graceMs: 1 });
  const delivering = dispatcher.deliverDue();
  await vi.waitFor(() => expect(world.receiver.received).toHaveLength(1));
  await dispatcher.stop();
  await delivering;
  expect(await statuses()).toEqual(['PENDING 1']);
});
