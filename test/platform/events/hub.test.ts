import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.js';
import { CursorExpiredError } from '../../../src/domain/errors.js';
import { createHub, type Hub, type HubOptions } from '../../../src/platform/events/hub.js';
import { readLogState } from '../../../src/platform/events/read-log.js';
import type { NextEvents } from '../../../src/platform/events/read-next.js';
import { createSequencer, type Sequencer } from '../../../src/platform/events/sequencer.js';
import type { WakeUp } from '../../../src/platform/events/wake-up.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { cursorAt, locating } from '../../support/cursors.js';
import { invalid } from '../../support/invalid.js';
import { testDatabase } from '../../support/test-file.js';
import {
  actor,
  admin,
  commitNumbered,
  type Followed,
  following,
  type Happening,
  makeEventLead,
  NEVER_MS,
  numbersOf,
  positionsOf,
  quiet,
  range,
  take,
} from './event-setup.js';

const db = await testDatabase();
let wakeUp: WakeUp;
let sequencer: Sequencer;
let hub: Hub;
let followed: Followed;
const others: Hub[] = [];

beforeEach(async () => {
  await db.reset();
  wakeUp = createMemoryWakeUp();
  sequencer = createSequencer({ db, wakeUp, log: quiet, pollMs: NEVER_MS });
  hub = await openHub();
  followed = following(hub);
});
afterEach(async () => {
  await sequencer.stop();
  await Promise.all(others.splice(0).map((each) => each.stop()));
});

async function openHub(options: Partial<HubOptions> = {}): Promise<Hub> {
  const opened = createHub({ db, wakeUp, log: quiet, pollMs: NEVER_MS, ...options });
  others.push(opened);
  await opened.start();
  return opened;
}

async function publish(from: number, to: number, happening: Happening = {}): Promise<void> {
  await commitNumbered(db, from, to, happening);
  await sequencer.catchUp();
}

async function cursorOf(position: number): Promise<string> {
  return cursorAt((await readLogState(db.prisma)).epoch, position);
}

/** Archives everything before the position. */
async function archive(firstPosition: number): Promise<void> {
  await db.prisma.$transaction([
    db.prisma.domainEvent.deleteMany({ where: { position: { lt: firstPosition } } }),
    db.prisma.eventLog.update({ where: { id: 1 }, data: { firstPosition } }),
  ]);
}

describe('following', () => {
  test('begins at the end of the log as of the call, not of the first read', async () => {
    await publish(1, 3);
    await hub.refresh();
    const flow = followed.follow({ actor: admin });
    await publish(4, 6);
    expect(numbersOf(await take(flow, 3))).toEqual([4, 5, 6]);
  });

  test('delivers what is committed while it waits', async () => {
    const flow = followed.follow({ actor: admin });
    const next = flow.next();
    await publish(1, 1);
    expect((await next).value?.payload).toEqual({ n: 1 });
  });

  test('resumes behind a cursor from the database and goes over into live events without seam', async () => {
    await publish(1, 1_200);
    const late = await openHub();
    const flow = following(late).follow({ actor: admin, after: await cursorOf(3) });
    const first = await take(flow, 700);
    await publish(1_201, 1_900);
    const rest = await take(flow, 1_197);
    expect(positionsOf([...first, ...rest])).toEqual(range(4, 1_900));
  });

  test('a reconnect with the cursor of the last event sees each event once', async () => {
    await publish(1, 4);
    const flow = followed.follow({ actor: admin, after: await cursorOf(0) });
    const before = await take(flow, 2);
    await flow.return();
    await publish(5, 5);
    const again = followed.follow({
      actor: admin,
      after: await cursorOf(before.at(-1)?.position ?? 0),
    });
    expect(numbersOf([...before, ...(await take(again, 3))])).toEqual([1, 2, 3, 4, 5]);
  });

  test('another replica delivers the same events in the same order', async () => {
    const replica = await openHub();
    const flows = [hub, replica].map((each) => following(each).follow({ actor: admin }));
    await publish(1, 20);
    const [here, there] = await Promise.all(flows.map((flow) => take(flow, 20)));
    expect(there).toEqual(here);
  });

  test('finds by its timer what no hint told it', async () => {
    const deaf = await openHub({ wakeUp: createMemoryWakeUp(), pollMs: 5 });
    const flow = following(deaf).follow({ actor: admin });
    await publish(1, 2);
    expect(numbersOf(await take(flow, 2))).toEqual([1, 2]);
  });

  test('loses no event and no wake-up when commits, numbering and reading interleave', async () => {
    const small = await openHub({ ringSize: 16 });
    const flows = range(1, 8).map(() => following(small).follow({ actor: admin }));
    const reading = flows.map(async (flow, index) => {
      const seen = [];
      while (seen.length < 200) {
        seen.push(...(await take(flow, 1)));
        if (seen.length % (index + 2) === 0) await breathe();
      }
      return positionsOf(seen);
    });
    sequencer.start();
    for (let n = 1; n <= 200; n += 1) {
      await commitNumbered(db, n, n);
      sequencer.kick();
    }
    for (const seen of await Promise.all(reading)) expect(seen).toEqual(range(1, 200));
  });

  test('filters by type and lead', async () => {
    const [lead, other] = [await makeEventLead(db), await makeEventLead(db)];
    const live = followed.follow({ actor: admin, types: ['HOLD_ENDED'], leadIds: [lead.id] });
    await publish(1, 2, { lead, type: 'HOLD_STARTED' });
    await publish(3, 4, { lead: other, type: 'HOLD_ENDED' });
    await publish(5, 6, { lead, type: 'HOLD_ENDED' });
    expect(numbersOf(await take(live, 2))).toEqual([5, 6]);

    const late = await openHub();
    const options = { actor: admin, types: ['HOLD_ENDED'] as const, leadIds: [lead.id] };
    const stored = following(late).follow({ ...options, after: await cursorOf(0) });
    expect(numbersOf(await take(stored, 2))).toEqual([5, 6]);
  });

  test('reads a long stretch of foreign events once, and lets others have their turn', async () => {
    const mine = await makeEventLead(db);
    const rep = actor('REP', { id: mine.ownerId });
    const flow = followed.follow({ actor: rep });
    await publish(1, 5_000, { lead: await makeEventLead(db) });
    await hub.refresh();

    let reads = 0;
    let turns = 0;
    const stopCounting = db.onQuery((sql) => {
      if (sql.startsWith('/* log */')) reads += 1;
    });
    const next = flow.next();
    for (; turns < 5; turns += 1) await breathe();
    await publish(5_001, 5_001, { lead: mine });
    expect((await next).value?.payload).toEqual({ n: 5_001 });
    stopCounting();
    expect([turns, reads]).toEqual([5, 1]);
  });
});

describe('a subscriber', () => {
  test('that is slow gets everything, from the database once the ring has moved on', async () => {
    const small = await openHub({ ringSize: 10 });
    const slow = following(small).follow({ actor: admin });
    const quick = following(small).follow({ actor: admin });
    await publish(1, 100);
    expect(positionsOf(await take(quick, 100))).toEqual(range(1, 100));
    await publish(101, 1_000);
    expect(positionsOf(await take(slow, 1_000))).toEqual(range(1, 1_000));
  });

  test('that stops reading keeps hold of a stretch of the log, not of what comes after', async () => {
    const small = await openHub({ ringSize: 10 });
    const reader = following(small).follow({ actor: admin });
    const stalled = range(1, 50).map(() => following(small).follow({ actor: admin }));
    await publish(1, 100);
    await Promise.all(stalled.map((flow) => take(flow, 1)));
    await publish(101, 400);
    const held: WeakRef<object>[] = [];
    for (let n = 1; n <= 400; n += 1) held.push(new WeakRef((await take(reader, 1))[0] ?? {}));
    await collectGarbage();
    const alive = held.filter((event) => event.deref() !== undefined).length;
    expect(alive).toBeLessThan(150);
    expect(numbersOf(await take(stalled[0] ?? reader, 2))).toEqual([2, 3]);
  });

  test('is counted until it returns, aborts or fails', async () => {
    const abort = new AbortController();
    const returned = followed.follow({ actor: admin });
    followed.follow({ actor: admin, signal: abort.signal });
    const failing = followed.follow({
      actor: admin,
      reauthorize: () => Promise.reject(new Error('directory is away')),
    });
    expect(followed.subscribers).toBe(3);
    await returned.return();
    abort.abort();
    await publish(1, 1);
    await expect(failing.next()).rejects.toThrow('directory is away');
    expect(followed.subscribers).toBe(0);
  });

  test('ends at once when it returns while it waits', async () => {
    const flow = followed.follow({ actor: admin });
    const waiting = [flow.next(), flow.next()];
    await breathe();
    await flow.return();
    const done = { done: true, value: undefined };
    expect(await Promise.all(waiting)).toEqual([done, done]);
    expect(await flow.next()).toEqual(done);
  });

  test('ends at once when it is aborted, also before it began', async () => {
    const abort = new AbortController();
    const flow = followed.follow({ actor: admin, signal: abort.signal });
    const waiting = flow.next();
    await breathe();
    abort.abort();
    expect((await waiting).done).toBe(true);
    const late = followed.follow({ actor: admin, signal: abort.signal });
    expect((await late.next()).done).toBe(true);
    expect(followed.subscribers).toBe(0);
  });

  test('ends when the hub stops', async () => {
    const flow = followed.follow({ actor: admin });
    const waiting = flow.next();
    await hub.stop();
    expect((await waiting).done).toBe(true);
    expect(() => followed.follow({ actor: admin })).toThrow('The event log is not open.');
  });
});

describe('authorisation', () => {
  test('passes over what the subscriber may not see', async () => {
    const [mine, other] = [await makeEventLead(db), await makeEventLead(db)];
    const flow = followed.follow({ actor: actor('REP', { id: mine.ownerId }) });
    await publish(1, 1, { lead: other });
    await publish(2, 2, { type: 'JOB_RUN_PROGRESSED' });
    await publish(3, 3, { lead: mine });
    expect(numbersOf(await take(flow, 1))).toEqual([3]);
  });

  test('is asked again for what is committed later, and null ends the flow', async () => {
    let now: Actor | null = admin;
    const flow = followed.follow({ actor: admin, reauthorize: async () => now });
    for (const n of [1, 2]) {
      await publish(n, n);
      expect(numbersOf(await take(flow, 1))).toEqual([n]);
    }
    now = null;
    await publish(3, 3, { type: 'USER_CHANGED' });
    expect((await flow.next()).done).toBe(true);
    expect(followed.subscribers).toBe(0);
  });

  test('goes by who the subscriber is now, not by who it was', async () => {
    const lead = await makeEventLead(db, 'NORD');
    let now = actor('MANAGER', { territory: 'NORD' });
    const flow = followed.follow({ actor: now, reauthorize: async () => now });
    await publish(1, 1, { lead });
    expect(numbersOf(await take(flow, 1))).toEqual([1]);
    now = actor('MANAGER', { territory: 'SUED' });
    await publish(2, 2, { type: 'USER_CHANGED' });
    await publish(3, 3, { lead });
    await publish(4, 4, { type: 'JOB_RUN_PROGRESSED' });
    expect(numbersOf(await take(flow, 1))).toEqual([4]);
  });

  test('that fails ends the flow with its error', async () => {
    const reauthorize = () => Promise.reject(new Error('directory is away'));
    const flow = followed.follow({ actor: admin, reauthorize });
    await publish(1, 1);
    await expect(flow.next()).rejects.toThrow('directory is away');
    expect(followed.subscribers).toBe(0);
  });
});

describe('events that were numbered in the same process', () => {
  test('are taken without reading the log, in order with what is read', async () => {
    const flow = followed.follow({ actor: admin });
    let reads = 0;
    const stop = db.onQuery((sql) => {
      if (sql.startsWith('/* log */')) reads += 1;
    });
    const own = createSequencer({
      db,
      wakeUp,
      log: quiet,
      pollMs: NEVER_MS,
      onNumbered: (numbered) => hub.offer(numbered),
    });
    await commitNumbered(db, 1, 3);
    await own.catchUp();
    expect(numbersOf(await take(flow, 3))).toEqual([1, 2, 3]);
    expect(reads).toBe(0);
    stop();
    // More than are told at once, then some by another process.
    await commitNumbered(db, 4, 70);
    await own.catchUp();
    await publish(71, 72);
    await commitNumbered(db, 73, 73);
    await own.catchUp();
    expect(positionsOf(await take(flow, 70))).toEqual(range(4, 73));
    await own.stop();
  });

  test('are not taken twice when they are being read at the same time', async () => {
    let hold: Promise<void> = Promise.resolve();
    const held = {
      ...db,
      async queryAs<T>(...args: Parameters<typeof db.queryAs>): Promise<T[]> {
        const rows = await db.queryAs<T>(...args);
        await hold;
        return rows;
      },
    };
    const slow = await openHub({ db: held, wakeUp: createMemoryWakeUp() });
    const flow = following(slow).follow({ actor: admin });
    const own = createSequencer({
      db,
      wakeUp: createMemoryWakeUp(),
      log: quiet,
      pollMs: NEVER_MS,
      onNumbered: (numbered) => slow.offer(numbered),
    });
    for (const [from, to] of [
      [1, 2],
      [3, 4],
    ] as const) {
      let release = () => {};
      hold = new Promise((resolve) => {
        release = resolve;
      });
      await commitNumbered(db, from, to);
      const numbered = own.catchUp();
      const refreshed = slow.refresh();
      await numbered;
      release();
      await refreshed;
    }
    expect(positionsOf(await take(flow, 4))).toEqual([1, 2, 3, 4]);
    await own.stop();
  });

  test('are left to be read when something is missing before them, or they are of another log', async () => {
    const flow = followed.follow({ actor: admin });
    const offered: NextEvents[] = [];
    const own = createSequencer({
      db,
      wakeUp: createMemoryWakeUp(),
      log: quiet,
      pollMs: NEVER_MS,
      onNumbered: (numbered) => void offered.push(numbered),
    });
    await commitNumbered(db, 1, 1);
    await own.catchUp();
    await commitNumbered(db, 2, 2);
    await own.catchUp();
    const [first, second] = offered;
    if (!first || !second) expect.fail('nothing was told');
    hub.offer(second);
    hub.offer({ ...first, state: { ...first.state, epoch: 'another' } });
    expect(hub.position).toBe(0);
    hub.offer(first);
    hub.offer(first);
    hub.offer(second);
    await hub.refresh();
    expect(positionsOf(await take(flow, 2))).toEqual([1, 2]);
    expect(hub.position).toBe(2);
    await own.stop();
  });
});

describe('a cursor', () => {
  test('that was never one is refused', async () => {
    const flow = followed.follow({ actor: admin, after: 'nonsense' });
    await expect(flow.next()).rejects.toMatchObject(invalid('after'));
    expect(followed.subscribers).toBe(0);
  });

  test('below retention has expired', async () => {
    await publish(1, 5);
    await archive(4);
    await expect(hub.locate(locating(await cursorOf(2)))).rejects.toThrow(CursorExpiredError);
    const flow = followed.follow({ actor: admin, after: await cursorOf(2) });
    await expect(flow.next()).rejects.toThrow(CursorExpiredError);
    await hub.locate(locating(await cursorOf(3)));
  });

  test('that falls below retention while its subscriber is slow has expired: never a silent gap', async () => {
    const small = await openHub({ ringSize: 10 });
    let answer = () => {};
    const slow = new Promise<Actor>((resolve) => {
      answer = () => resolve(admin);
    });
    const flow = following(small).follow({ actor: admin, reauthorize: () => slow });
    await publish(1, 100);
    await small.refresh();
    await archive(50);
    answer();
    await expect(flow.next()).rejects.toThrow(CursorExpiredError);
  });

  test('archived beyond what a process had read leads to everybody being checked again', async () => {
    const deaf = { ...createMemoryWakeUp(), onHint: () => () => {} };
    const late = await openHub({ wakeUp: deaf });
    let missed = 0;
    late.observe({ onEvent: () => {}, onMissed: () => void missed++ });
    await publish(1, 3);
    await archive(4);
    await late.refresh();
    expect([missed, late.position]).toEqual([1, 3]);
  });

  test('archived unread, a change of what somebody may see is reckoned with', async () => {
    const deaf = { ...createMemoryWakeUp(), onHint: () => () => {} };
    const late = await openHub({ wakeUp: deaf });
    await publish(1, 3, { type: 'USER_CHANGED' });
    await archive(4);
    await late.refresh();
    expect(late.openReader().accessUnchanged(0, 3)).toBe(false);
  });

  test('of a log that is rebuilt meanwhile has expired, for the waiting and the new', async () => {
    await publish(1, 2);
    await hub.refresh();
    const before = await cursorOf(2);
    const flow = followed.follow({ actor: admin });
    const waiting = flow.next();
    await db.prisma.eventLog.update({ where: { id: 1 }, data: { epoch: 'rebuilt' } });
    await hub.refresh();
    await expect(waiting).rejects.toThrow(CursorExpiredError);
    await expect(hub.locate(locating(before))).rejects.toThrow(CursorExpiredError);
    const anew = followed.follow({ actor: admin });
    await publish(3, 3);
    expect(numbersOf(await take(anew, 1))).toEqual([3]);
  });

  test('of a log that lost its newest events has expired: their positions come again', async () => {
    await publish(1, 3);
    await hub.refresh();
    const waiting = followed.follow({ actor: admin }).next();
    await db.prisma.domainEvent.deleteMany({ where: { position: { gt: 1n } } });
    await db.prisma.eventLog.update({ where: { id: 1 }, data: { lastPosition: 1n } });
    const refreshed = hub.refresh();
    await expect(waiting).rejects.toThrow(CursorExpiredError);
    await refreshed;
  });

  test('from another replica that is ahead is waited for', async () => {
    const behind = await openHub({ wakeUp: createMemoryWakeUp() });
    await publish(1, 2);
    const flow = following(behind).follow({ actor: admin, after: await cursorOf(2) });
    const waiting = flow.next();
    await publish(3, 3);
    await behind.refresh();
    expect((await waiting).value?.payload).toEqual({ n: 3 });
  });
});

describe('the hub', () => {
  test('delivers nothing beyond a gap, and goes on when it is closed', async () => {
    await publish(1, 3);
    const replica = await openHub({ wakeUp: createMemoryWakeUp() });
    const flow = following(replica).follow({ actor: admin });
    const waiting = flow.next();
    await publish(4, 5);
    await db.prisma.domainEvent.update({ where: { position: 4n }, data: { position: 40n } });
    await expect(replica.refresh()).rejects.toThrow('The event log has a gap: 5 follows 3.');
    await db.prisma.domainEvent.update({ where: { position: 40n }, data: { position: 4n } });
    await replica.refresh();
    expect((await waiting).value?.position).toBe(4);
  });

  test('that fell behind retention goes on with the oldest kept event; its subscribers are told', async () => {
    const behind = await openHub({ wakeUp: createMemoryWakeUp() });
    const flow = following(behind).follow({ actor: admin });
    const waiting = flow.next();
    waiting.catch(() => {});
    await publish(1, 10);
    await archive(6);
    await behind.refresh();
    await expect(waiting).rejects.toThrow(CursorExpiredError);
    expect(behind.position).toBe(10);
  });
});

/** `--expose-gc` for this process only: WeakRefs are cleared in a later turn. */
async function collectGarbage(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn += 1) {
    await breathe();
    gc();
  }
}
