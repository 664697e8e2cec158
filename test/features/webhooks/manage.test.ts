import { describe, expect, test } from 'vitest';
import { AS_SYSTEM } from '../../../src/domain/actor.js';
import { createRunner } from '../../../src/features/jobs/runner.js';
import { webhookRetention } from '../../../src/features/jobs/webhook-retention.js';
import { updateUser } from '../../../src/features/users/update-user.js';
import { createWebhook } from '../../../src/features/webhooks/create-webhook.js';
import { deleteWebhook } from '../../../src/features/webhooks/delete-webhook.js';
import { pauseWebhook } from '../../../src/features/webhooks/pause-webhook.js';
import { replayWebhook } from '../../../src/features/webhooks/replay-webhook.js';
import { resumeWebhook } from '../../../src/features/webhooks/resume-webhook.js';
import { retryWebhookDelivery } from '../../../src/features/webhooks/retry-webhook-delivery.js';
import { rotateWebhookSecret } from '../../../src/features/webhooks/rotate-webhook-secret.js';
import { testWebhook } from '../../../src/features/webhooks/test-webhook.js';
import { updateWebhook } from '../../../src/features/webhooks/update-webhook.js';
import { readLogState } from '../../../src/platform/events/read-log.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { createOutboundGuard } from '../../../src/platform/outbound/outbound-guard.js';
import { makeEventLead, quiet } from '../../platform/events/event-setup.js';
import { cursorAt } from '../../support/cursors.js';
import { makeUser } from '../../support/factories.js';
import { type Received, verify } from './receiver.js';
import { idsOf, keyRing, numbersOf, outbound, useWebhooks } from './webhook-setup.js';

const world = await useWebhooks();
const { db, clock } = world;
const services = { keyRing, outbound };
const admin = () => world.as(world.admin);
const webhookRow = (id: string) => db.prisma.webhook.findUniqueOrThrow({ where: { id } });
const broken = { status: 500 };

async function cursorOf(n: number): Promise<string> {
  const { epoch } = await readLogState(db.prisma);
  const event = await db.prisma.domainEvent.findFirstOrThrow({
    where: { payload: { path: ['n'], equals: n } },
  });
  return cursorAt(epoch, Number(event.position));
}

const theOne = (received: readonly Received[]): Received => {
  const [one, ...others] = received;
  if (!one || others.length > 0) throw new Error(`${received.length} arrived, not one.`);
  return one;
};

describe('the secret', () => {
  const input = () => ({
    userId: world.admin.id,
    name: 'CRM',
    url: 'https://93.184.215.14/#top',
    idempotencyKey: 'k',
  });

  test('is told once; the same key makes no second endpoint', async () => {
    const first = await createWebhook(admin(), input(), services);
    expect(first).toMatchObject({
      replayed: false,
      secret: expect.stringMatching(/^whsec_.{44}$/),
    });
    expect(await createWebhook(admin(), input(), services)).toEqual({
      id: first.id,
      replayed: true,
      secret: null,
    });
    expect((await webhookRow(first.id)).url).toBe('https://93.184.215.14/');
    await deleteWebhook(admin(), { webhookId: first.id });
    await expect(createWebhook(admin(), input(), services)).rejects.toThrow('There is no Webhook');
  });

  test('is nowhere in the database, and what is there opens with no other key and in no other row', async () => {
    const { id, secret } = await world.webhook();
    const tables = ['webhook', 'webhook_secret', 'audit_entry', 'domain_event', 'idempotency_key'];
    for (const table of tables) {
      const rows = await db.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toContain(secret.slice(10, 30));
    }
    await world.happen(1);
    const otherRing = parseKeyRing(`1:${Buffer.alloc(32, 9).toString('base64')}`);
    expect(await world.dispatcher({ keyRing: otherRing }).deliverDue()).toBe(0);
    const newerRing = parseKeyRing(`2:${Buffer.alloc(32, 9).toString('base64')}`);
    clock.advance({ minutes: 1 });
    expect(await world.dispatcher({ keyRing: newerRing }).deliverDue()).toBe(0);
    expect(await webhookRow(id)).toMatchObject({ status: 'ACTIVE' });
    // It has cost no attempt, and goes on as soon as the key is there.
    clock.advance({ minutes: 1 });
    expect(await world.dispatcher().deliverDue()).toBe(1);
    expect(await db.prisma.webhookDelivery.findMany()).toMatchObject([{ attempts: 1 }]);
    clock.advance({ minutes: 1 });
    const other = await world.webhook();
    await db.query(
      `UPDATE webhook_secret SET sealed = (SELECT sealed FROM webhook_secret WHERE webhook_id = $1::uuid)
       WHERE webhook_id = $2::uuid`,
      [id, other.id],
    );
    await world.happen(2);
    expect(await world.dispatcher().deliverDue()).toBe(1);
  });

  test('rotates with an overlap during which both verify', async () => {
    const { id, secret: old } = await world.webhook();
    const { secret } = await rotateWebhookSecret(
      admin(),
      { webhookId: id, overlapHours: 2 },
      services,
    );
    await world.happen(1);
    const dispatcher = world.dispatcher();
    await dispatcher.deliverDue();
    const during = theOne(world.receiver.received.splice(0));
    expect(String(during.headers['webhook-signature']).split(' ').length).toBe(2);
    verify(old, during, clock.now());
    verify(secret, during, clock.now());
    clock.advance({ hours: 2 });
    await world.happen(2);
    await dispatcher.deliverDue();
    const after = theOne(world.receiver.received);
    verify(secret, after, clock.now());
    expect(() => verify(old, after, clock.now())).toThrow('No matching signature');
  });

  test('rotates without an overlap after a leak, whatever an earlier rotation left', async () => {
    const { id, secret: first } = await world.webhook();
    await rotateWebhookSecret(admin(), { webhookId: id }, services);
    clock.advance({ seconds: 1 });
    const webhookId = id;
    const { secret } = await rotateWebhookSecret(admin(), { webhookId, overlapHours: 0 }, services);
    await world.happen(1);
    await world.dispatcher().deliverDue();
    const received = theOne(world.receiver.received);
    verify(secret, received, clock.now());
    expect(() => verify(first, received, clock.now())).toThrow('No matching signature');
    expect(await db.prisma.webhookSecret.count()).toBe(1);
  });
});

test('a replay sends what follows the cursor again, in order and under the same ids', async () => {
  const { id } = await world.webhook();
  await world.happen(1, 2, 3);
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  await replayWebhook(admin(), { webhookId: id, after: await cursorOf(1) }, services);
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 2, 3, 2, 3]);
  const ids = idsOf(world.receiver.received);
  expect(ids.slice(3)).toEqual(ids.slice(1, 3));
  expect(await db.prisma.webhookDelivery.count()).toBe(3);
});

test('a replay during an attempt is not undone by what becomes of the attempt', async () => {
  const { id } = await world.webhook();
  await world.happen(1, 2, 3);
  const after = await cursorOf(1);
  world.receiver.onRequest = async ({ body }) => {
    if ((body.data.payload as { n: number }).n !== 3) return;
    world.receiver.onRequest = () => {};
    await replayWebhook(admin(), { webhookId: id, after }, services);
  };
  await world.dispatcher().deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 2, 3, 2, 3]);
});

test('a replay ahead skips what lies between, also what is being tried', async () => {
  const { id } = await world.webhook();
  await world.happen(1, 2, 3);
  world.receiver.answerNext(broken);
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  await replayWebhook(admin(), { webhookId: id, after: await cursorOf(2) }, services);
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 3]);
  const rows = await db.prisma.webhookDelivery.findMany({ orderBy: { position: 'asc' } });
  expect(rows.map(({ status }) => status)).toEqual(['CANCELLED', 'DELIVERED']);
});

test('a dead letter that is retried is sent beside the order, with all its attempts', async () => {
  await db.prisma.setting.create({ data: { key: 'webhook.maxAttempts', value: 1 } });
  await world.webhook({ types: ['ACTIVITY_LOGGED'] });
  await world.happen(1, 2);
  world.receiver.answerNext(broken);
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  const { id } = await db.prisma.webhookDelivery.findFirstOrThrow({ where: { status: 'DEAD' } });
  await retryWebhookDelivery(admin(), { deliveryId: id });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 2, 1]);
  expect(new Set(idsOf(world.receiver.received)).size).toBe(2);
  await expect(retryWebhookDelivery(admin(), { deliveryId: id })).rejects.toThrow('not DEAD');
  expect((await db.prisma.webhook.findFirstOrThrow()).position).toBeGreaterThan(1n);
});

test('a dead letter that is retried is not sent to a user who may not see it any more', async () => {
  const lead = await makeEventLead(db, 'NORTH');
  const manager = await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
  await db.prisma.setting.create({ data: { key: 'webhook.maxAttempts', value: 1 } });
  await world.webhook({ userId: manager.id, types: ['ACTIVITY_LOGGED'] });
  await world.happen({ lead, payload: { n: 1 } });
  world.receiver.answerNext(broken);
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  const { id } = await db.prisma.webhookDelivery.findFirstOrThrow({ where: { status: 'DEAD' } });
  await db.prisma.user.update({ where: { id: manager.id }, data: { territory: 'SOUTH' } });
  await retryWebhookDelivery(admin(), { deliveryId: id });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1]);
  expect(await db.prisma.webhookDelivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: 'CANCELLED',
  });
});

test('a test reaches a paused endpoint, signed, and is tried once', async () => {
  const { id, secret } = await world.webhook();
  await pauseWebhook(admin(), { webhookId: id });
  await world.happen(1);
  await testWebhook(admin(), { webhookId: id });
  world.receiver.answerNext({ status: 404, body: 'no such page' });
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  clock.advance({ days: 1 });
  expect(await dispatcher.deliverDue()).toBe(0);
  const received = theOne(world.receiver.received);
  clock.advance({ days: -1 });
  expect(verify(secret, received, clock.now())).toMatchObject({ type: 'ping' });
  expect(await db.prisma.webhookDelivery.findMany({ include: { attemptLog: true } })).toMatchObject(
    [{ type: 'ping', status: 'DEAD', attemptLog: [{ statusCode: 404, response: 'no such page' }] }],
  );
});

test('a test that answers 410 disables the endpoint and is over', async () => {
  const { id } = await world.webhook();
  await testWebhook(admin(), { webhookId: id });
  world.receiver.answerNext({ status: 410 });
  expect(await world.dispatcher().deliverDue()).toBe(1);
  expect(await webhookRow(id)).toMatchObject({ status: 'DISABLED', disabledReason: 'GONE' });
});

test('the manager of a territory is told of its leads alone', async () => {
  const manager = await makeUser(db, { role: 'MANAGER', territory: 'NORD' });
  const [nord, sued] = [await makeEventLead(db, 'NORD'), await makeEventLead(db, 'SUED')];
  await world.webhook({ userId: manager.id, types: null });
  await world.happen(
    { lead: nord, payload: { n: 1 } },
    { lead: sued, payload: { n: 2 } },
    { type: 'MAIL_DEAD_LETTERED' },
    { lead: nord, payload: { n: 3 } },
  );
  await world.dispatcher().deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 3]);
  expect(theOne(world.receiver.received.slice(1)).body.data.leadId).toBe(
    Buffer.from(`Lead:${nord.id}`).toString('base64'),
  );
});

test('who may see an event is asked anew at each attempt', async () => {
  const manager = await makeUser(db, { role: 'MANAGER', territory: 'NORD' });
  const nord = await makeEventLead(db, 'NORD');
  await world.webhook({ userId: manager.id });
  await world.happen({ lead: nord, payload: { n: 1 } });
  world.receiver.answerNext(broken);
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  await updateUser(admin(), { userId: manager.id, territory: 'SUED' });
  clock.advance({ hours: 1 });
  await dispatcher.deliverDue();
  expect(world.receiver.received.length).toBe(1);
  expect(await db.prisma.webhookDelivery.findMany()).toMatchObject([{ status: 'CANCELLED' }]);
});

test('an endpoint of somebody who was deactivated stops, and goes on when both are taken up again', async () => {
  const auditor = await makeUser(db, { role: 'AUDITOR' });
  const { id } = await world.webhook({ userId: auditor.id });
  await updateUser(admin(), { userId: auditor.id, active: false });
  await world.happen(1);
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  expect(world.receiver.received).toEqual([]);
  expect(await webhookRow(id)).toMatchObject({
    status: 'DISABLED',
    disabledReason: 'USER_INACTIVE',
  });
  await expect(resumeWebhook(admin(), { webhookId: id })).rejects.toThrow('not active');
  await updateUser(admin(), { userId: auditor.id, active: true });
  await resumeWebhook(admin(), { webhookId: id });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1]);
});

test('an endpoint whose next event is no longer kept is disabled, never passed on in silence', async () => {
  const { id } = await world.webhook();
  await world.happen(1, 2, 3);
  const { lastPosition } = await readLogState(db.prisma);
  await db.prisma.eventLog.updateMany({ data: { firstPosition: BigInt(lastPosition) } });
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  expect(await webhookRow(id)).toMatchObject({ disabledReason: 'CURSOR_EXPIRED' });
  await expect(resumeWebhook(admin(), { webhookId: id })).rejects.toThrow('no longer kept');
  await replayWebhook(admin(), { webhookId: id, after: await cursorOf(2) }, services);
  await resumeWebhook(admin(), { webhookId: id });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([3]);
});

test('types and lead narrow what is sent; a change holds for what was not sent yet', async () => {
  const [one, other] = [await makeEventLead(db), await makeEventLead(db)];
  const { id } = await world.webhook({ types: ['ACTIVITY_LOGGED'], leadId: one.id });
  await world.happen(
    { lead: one, payload: { n: 1 } },
    { lead: other, payload: { n: 2 } },
    { lead: one, type: 'LEAD_UPDATED', payload: { n: 3 } },
  );
  const dispatcher = world.dispatcher();
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1]);
  const change = { webhookId: id, expectedVersion: 1, types: null, leadId: other.id } as const;
  await updateWebhook(admin(), change, services);
  await expect(updateWebhook(admin(), { ...change, name: 'X' }, services)).rejects.toThrow(
    'expected was 1',
  );
  await world.happen({ lead: one, payload: { n: 4 } }, { lead: other, payload: { n: 5 } });
  await dispatcher.deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1, 5]);
});

test('an endpoint for one lead follows it to the lead that it was merged into', async () => {
  const [old, kept] = [await makeEventLead(db), await makeEventLead(db)];
  await world.webhook({ types: ['ACTIVITY_LOGGED'], leadId: old.id });
  const merged = { status: 'LOST', endReason: 'LOST', endedAt: clock.now(), mergedIntoId: kept.id };
  await db.prisma.lead.update({ where: { id: old.id }, data: merged });
  await world.happen({ lead: kept, payload: { n: 1 } });
  await world.happen({ lead: await makeEventLead(db), payload: { n: 2 } });
  await world.dispatcher().deliverDue();
  expect(numbersOf(world.receiver.received)).toEqual([1]);
});

test('an address that leads inside is refused when an endpoint is made or changed', async () => {
  const { id } = await world.webhook();
  const strict = { keyRing, outbound: createOutboundGuard({ allowed: [] }) };
  for (const url of ['https://127.0.0.1/', 'https://169.254.169.254/', 'http://8.8.8.8/', 'x']) {
    const input = { userId: world.admin.id, name: 'CRM', url };
    await expect(createWebhook(admin(), input, strict)).rejects.toThrow(/^url: /);
    await expect(updateWebhook(admin(), { webhookId: id, url }, strict)).rejects.toThrow(/^url: /);
  }
});

test('what is over is cleared away after its retention, what waits is not', async () => {
  await world.webhook();
  await world.happen(1, 2);
  world.receiver.answerNext({ status: 200 }, broken);
  await world.dispatcher().deliverDue();
  const options = { db, jobs: [webhookRetention], keyRing, clock: clock.now, log: quiet };
  const runner = createRunner(options);
  const run = () => runner.runNow({ job: 'webhook-retention', asOf: clock.now(), by: admin() });
  clock.advance({ days: 29 });
  await run();
  expect(await db.prisma.webhookDelivery.count()).toBe(2);
  clock.advance({ days: 2 });
  await run();
  expect(await db.prisma.webhookDelivery.findMany()).toMatchObject([{ status: 'PENDING' }]);
  expect(await db.prisma.webhookAttempt.count()).toBe(1);
});

test('a deleted endpoint leaves nothing but the trail', async () => {
  const { id } = await world.webhook();
  await world.happen(1);
  await world.dispatcher().deliverDue();
  await deleteWebhook(admin(), { webhookId: id });
  const { prisma } = db;
  expect([
    await prisma.webhookSecret.count(),
    await prisma.webhookDelivery.count(),
    await prisma.webhookAttempt.count(),
  ]).toEqual([0, 0, 0]);
  const actions = await db.transaction(
    (tx) => tx.auditEntry.findMany({ where: { entityId: id }, orderBy: { seq: 'asc' } }),
    AS_SYSTEM,
  );
  expect(actions.map(({ action }) => action)).toEqual(['createWebhook', 'deleteWebhook']);
});
