import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { logActivity } from '../../src/activities/log-activity.js';
import { requestExtension } from '../../src/extensions/request-extension.js';
import { startHold } from '../../src/holds/start-hold.js';
import { DOUBLE_CLICK_MS } from '../../src/idempotency/double-click.js';
import { scheduleFollowUp } from '../../src/reminders/schedule-follow-up.js';
import { requestSample } from '../../src/samples/request-sample.js';
import { testClock } from '../support/clock.js';
import { openTestDatabase } from '../support/database.js';
import { contextFor, makeLead, seedUsers, type TestContext } from '../support/factories.js';

const db = await openTestDatabase();
afterAll(() => db[Symbol.asyncDispose]());

const clock = testClock('2026-04-01T09:00:00Z');
let users: Awaited<ReturnType<typeof seedUsers>>;
let leadId: string;
const as = (who: keyof typeof users) => contextFor(db, users[who], clock.now());
const pass = (ms: number) => clock.set(new Date(clock.now().getTime() + ms).toISOString());

beforeEach(async () => {
  await db.reset();
  clock.set('2026-04-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'))).id;
});

type Own = Record<string, unknown> & { idempotencyKey?: string };

const dueAt = new Date('2026-05-01T09:00:00Z');
const items = [
  { sku: 'S-1', name: 'Lachs', quantity: 1 },
  { sku: 'S-2', name: 'Forelle', quantity: 2 },
];

/** Verbs that make something, with an input, one that says something else, and what they made. */
const VERBS: Record<
  string,
  {
    run: (ctx: TestContext, own?: Own) => Promise<object>;
    other: Own;
    count: () => Promise<number>;
    /** What a third one like it is, when the double click is long over. */
    later: 'made' | 'refused';
  }
> = {
  startHold: {
    run: (ctx, own) => startHold(ctx, { leadId, reason: 'SUPPLY_ISSUE', ...own }),
    other: { reason: 'PRICE_APPROVAL' },
    count: () => db.prisma.hold.count(),
    later: 'made',
  },
  logActivity: {
    run: (ctx, own) => logActivity(ctx, { leadId, kind: 'MEETING', note: 'Menu', ...own }),
    other: { note: 'Another menu' },
    count: () => db.prisma.activity.count(),
    later: 'made',
  },
  requestSample: {
    run: (ctx, own) => requestSample(ctx, { leadId, items, ...own }),
    other: { items: items.slice(1) },
    count: () => db.prisma.sample.count(),
    later: 'made',
  },
  scheduleFollowUp: {
    run: (ctx, own) => scheduleFollowUp(ctx, { leadId, dueAt, ...own }),
    other: { dueAt: new Date('2026-05-02T09:00:00Z') },
    count: () => db.prisma.reminder.count({ where: { kind: 'FOLLOW_UP' } }),
    later: 'refused',
  },
  requestExtension: {
    run: (ctx, own) => requestExtension(ctx, { leadId, months: 2, reason: 'Trade fair', ...own }),
    other: {},
    count: () => db.prisma.extensionRequest.count(),
    later: 'refused',
  },
};

describe.each(Object.entries(VERBS))('%s', (_name, { run, other, count, later }) => {
  test('pressed twice makes one, tells of it once, and answers the same', async () => {
    const first = await run(as('rep'));
    const audited = await db.prisma.auditEntry.count();
    const told = await db.prisma.domainEvent.count();
    pass(400);
    expect(await run(as('rep'))).toEqual({
      ...first,
      ...('replayed' in first ? { replayed: true } : {}),
    });
    expect(await count()).toBe(1);
    expect(await db.prisma.auditEntry.count()).toBe(audited);
    expect(await db.prisma.domainEvent.count()).toBe(told);
  });

  test('pressed twice at the same moment makes one', async () => {
    await Promise.all([run(as('rep')), run(as('rep'))]);
    expect(await count()).toBe(1);
  });

  test('makes another one that says something else', async () => {
    await run(as('rep'));
    if (Object.keys(other).length === 0) return;
    await run(as('rep'), other);
    expect(await count()).toBe(2);
  });

  test('is meant twice a while later, and with a key of its own at once', async () => {
    await run(as('rep'));
    const again = run(as('rep'), { idempotencyKey: 'meant' });
    if (later === 'refused') await expect(again).rejects.toThrow();
    else await again;
    pass(DOUBLE_CLICK_MS + 1);
    const third = run(as('rep'));
    if (later === 'refused') await expect(third).rejects.toThrow();
    else await third;
    expect(await count()).toBe(later === 'made' ? 3 : 1);
  });
});

test('what a manager does is not taken for what the owner did', async () => {
  const owners = await logActivity(as('rep'), { leadId, kind: 'MEETING' });
  expect(await logActivity(as('manager'), { leadId, kind: 'MEETING' })).not.toEqual(owners);
});
