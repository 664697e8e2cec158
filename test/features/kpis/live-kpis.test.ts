import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LoggedEvent } from '../../../src/domain/events.js';
import { kpiViewOf } from '../../../src/features/kpis/kpi-view.js';
import { createLiveKpis, type LiveKpis } from '../../../src/features/kpis/live-kpis.js';
import type { LogObserver } from '../../../src/platform/events/hub.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, makeUser, type TestUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const log = pino({ level: 'silent' });
const clock = testClock('2026-03-01T09:00:00Z');

let live: LiveKpis;
let observer: LogObserver | undefined;
let timers: { run: () => void; ms: number }[];
let elapsedMs: number;
let auditor: TestUser;
let rep: TestUser;
let position: number;

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  timers = [];
  position = 1;
  elapsedMs = 0;
  auditor = await makeUser(db, { role: 'AUDITOR' });
  rep = await makeUser(db);
  live = createLiveKpis({
    db,
    clock: clock.now,
    log,
    stopwatch: () => elapsedMs,
    hub: {
      end: () => ({ epoch: 'e', position }),
      observe(one) {
        observer = one;
        return () => {
          observer = undefined;
        };
      },
    },
    timer(run, ms) {
      const one = { run, ms };
      timers.push(one);
      return () => {
        timers = timers.filter((other) => other !== one);
      };
    },
  });
});

afterEach(() => live.stop());

const follow = (as: TestUser, reauthorize = async () => true, signal?: AbortSignal) =>
  live.follow(kpiViewOf(as), { reauthorize, ...(signal ? { signal } : {}) });

const register = (as = rep) => makeLead(contextFor(db, as, clock.now()));

function tell(event: Partial<LoggedEvent> = {}): void {
  observer?.onEvent({
    type: 'LEAD_REGISTERED',
    ownerId: rep.id,
    actorId: rep.id,
    territory: null,
    payload: {},
    ...event,
  } as LoggedEvent);
}

/** Lets the timer that waits run out, once there is one. */
async function passTime(): Promise<number> {
  await expect.poll(() => timers.length).toBe(1);
  const [timer] = timers.splice(0);
  elapsedMs += timer?.ms ?? 0;
  timer?.run();
  return timer?.ms ?? 0;
}

const protectedLeads = async (flow: AsyncGenerator<{ kpis: { states: { PROTECTED: number } } }>) =>
  (await flow.next()).value?.kpis.states.PROTECTED;

/** Statements other than the ones that say who asks. */
async function statementsDuring(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const stop = db.onQuery(() => {
    count += 1;
  });
  await work();
  stop();
  return count;
}

test('the first frame comes at once, the next when a number has changed', async () => {
  const flow = follow(auditor);
  expect(await protectedLeads(flow)).toBe(0);
  const next = protectedLeads(flow);
  await register();
  tell();
  await passTime();
  expect(await next).toBe(1);
});

test('a frame stands in the event log where its reading began, also for who comes later', async () => {
  const flow = follow(auditor);
  expect((await flow.next()).value?.end).toEqual({ epoch: 'e', position: 1 });
  position = 2;
  tell();
  await passTime();
  await expect.poll(() => timers.length).toBe(1);
  expect((await follow(auditor).next()).value?.end).toEqual({ epoch: 'e', position: 2 });
});

test('many events within a quarter of a second make one frame', async () => {
  const flow = follow(auditor);
  await flow.next();
  for (let n = 0; n < 3; n += 1) {
    await register();
    tell();
  }
  const next = protectedLeads(flow);
  const read = await statementsDuring(async () => {
    expect(await passTime()).toBeGreaterThanOrEqual(250);
    expect(await next).toBe(3);
  });
  // The states, the settings and the rates.
  expect(read).toBe(3);
});

test('nothing is sent when nothing has changed', async () => {
  const flow = follow(auditor);
  await flow.next();
  let sent = false;
  const next = flow.next().then((result) => {
    sent = true;
    return result;
  });
  tell();
  await passTime();
  await expect.poll(() => timers.length).toBe(1);
  expect(sent).toBe(false);
  await flow.return();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('time alone changes numbers: the next reading waits for the next deadline, a minute at most', async () => {
  const { id } = await register();
  await db.prisma.lead.update({
    where: { id },
    data: { progressDeadline: new Date(clock.now().getTime() + 20_000) },
  });
  const flow = follow(auditor);
  expect(await protectedLeads(flow)).toBe(1);
  const next = flow.next();
  await passTime();
  clock.advance({ seconds: 20 });
  expect(await passTime()).toBe(20_000);
  expect((await next).value?.kpis.states).toMatchObject({ PROTECTED: 0, GRACE: 1 });
  await passTime();
  expect(timers.map(({ ms }) => ms)).toEqual([60_000]);
});

test('a thousand subscribers share one computation', async () => {
  const read = await statementsDuring(async () => {
    const flows = Array.from({ length: 1_000 }, () => follow(auditor));
    const first = await Promise.all(flows.map((flow) => flow.next()));
    expect(new Set(first.map(({ value }) => value)).size).toBe(1);
    expect([live.subscribers, live.views]).toEqual([1_000, 1]);
    const second = flows.map((flow) => flow.next());
    tell({ type: 'SETTING_CHANGED' });
    await db.prisma.setting.create({ data: { key: 'kpi.reminderMinutes', value: 1 } });
    await db.prisma.outboxEmail.create({
      data: {
        id: rep.id,
        template: 'follow-up',
        locale: 'de',
        recipient: 'x@example.com',
        data: {},
        dedupeKey: 'x',
        messageId: 'x',
        nextAttemptAt: new Date(clock.now().getTime() - 120_000),
      },
    });
    await passTime();
    const frames = await Promise.all(second);
    expect(new Set(frames.map(({ value }) => value)).size).toBe(1);
    expect(frames[0]?.value?.kpis.outboxLagMinutes).toBe(2);
    await Promise.all(flows.map((flow) => flow.return()));
  });
  // Twice the states, the settings and the rates.
  expect(read).toBe(6);
  expect([live.subscribers, live.views]).toEqual([0, 0]);
});

test('whoever is slow gets the latest frame, not those in between', async () => {
  const slow = follow(auditor);
  const quick = follow(auditor);
  expect([await protectedLeads(slow), await protectedLeads(quick)]).toEqual([0, 0]);
  for (let n = 1; n <= 3; n += 1) {
    await register();
    tell();
    const next = protectedLeads(quick);
    await passTime();
    expect(await next).toBe(n);
  }
  expect(await protectedLeads(slow)).toBe(3);
});

test('an agent’s numbers are read when something of theirs happens, not at others’ events', async () => {
  const flow = follow(rep);
  await flow.next();
  await passTime();
  const other = await makeUser(db);
  await register(other);
  const read = await statementsDuring(async () => {
    tell({ ownerId: other.id, actorId: other.id });
    expect(timers.map(({ ms }) => ms)).toEqual([60_000]);
  });
  expect(read).toBe(0);
  await register(rep);
  const next = protectedLeads(flow);
  tell();
  expect(await next).toBe(1);
});

test('what takes long to read is read more seldom, and in the end all the same', async () => {
  const flow = follow(auditor);
  await flow.next();
  const slowed = db.onQuery((sql) => {
    if (sql.includes('json_build_object')) elapsedMs += 1_000;
  });
  tell();
  expect(await passTime()).toBe(250);
  await expect.poll(() => timers.length).toBe(1);
  // From here on the rates rest for nineteen seconds, the states for four.
  const rateReads = async (work: () => Promise<unknown>) => {
    let count = 0;
    const stop = db.onQuery((sql) => {
      if (sql.includes('json_build_object')) count += 1;
    });
    await work();
    await expect.poll(() => timers.length).toBe(1);
    stop();
    return count;
  };
  tell();
  expect(await rateReads(async () => expect(await passTime()).toBe(4_000))).toBe(0);
  expect(await rateReads(async () => expect(await passTime()).toBe(250))).toBe(0);
  expect(await rateReads(async () => expect(await passTime()).toBe(14_750))).toBe(1);
  slowed();
});

test('while nobody follows nothing is read and no timer waits', async () => {
  const leaving = new AbortController();
  const flow = follow(auditor, undefined, leaving.signal);
  await flow.next();
  const pending = flow.next();
  leaving.abort();
  expect(await pending).toEqual({ done: true, value: undefined });
  expect([live.subscribers, live.views, timers.length]).toEqual([0, 0, 0]);
  expect(
    await statementsDuring(async () => {
      tell();
    }),
  ).toBe(0);
});

test('whoever counts no longer gets no further frame', async () => {
  let counts = true;
  const flow = follow(auditor, async () => counts);
  await flow.next();
  counts = false;
  const next = flow.next();
  await register();
  tell();
  await passTime();
  expect(await next).toEqual({ done: true, value: undefined });
  expect([live.subscribers, live.views]).toEqual([0, 0]);
});

test('a database that is away for a while costs frames, not the flow', async () => {
  const flow = follow(auditor);
  await flow.next();
  await db.query('ALTER FUNCTION lead_state_at RENAME TO away_state_at');
  await db.query('ALTER TABLE lead_count RENAME TO away');
  await register();
  tell();
  const next = protectedLeads(flow);
  await passTime();
  expect(await passTime()).toBeGreaterThanOrEqual(500);
  await db.query('ALTER TABLE away RENAME TO lead_count');
  await db.query('ALTER FUNCTION away_state_at RENAME TO lead_state_at');
  await passTime();
  expect(await next).toBe(1);
});

test('stopping ends every flow', async () => {
  const flow = follow(auditor);
  await flow.next();
  const next = flow.next();
  await live.stop();
  expect(await next).toEqual({ done: true, value: undefined });
  expect(() => follow(auditor)).toThrow(/stopping/);
});
