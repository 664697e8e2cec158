import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, AS_SYSTEM } from '../../../src/domain/actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import { type ChannelSpec, createChannels } from '../../../src/platform/events/channels.js';
import { createHub, type Hub } from '../../../src/platform/events/hub.js';
import { createSequencer, type Sequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import type { Session } from '../../../src/platform/identity/session.js';
import { testDatabase } from '../../support/test-file.js';
import {
  admin,
  append,
  commitNumbered,
  following,
  type Happening,
  NEVER_MS,
  occurredAt,
  positionsOf,
  quiet,
  range,
  take,
} from './event-setup.js';

const db = await testDatabase();

let hub: Hub;
let sequencer: Sequencer;

beforeEach(async () => {
  await db.reset();
  const wakeUp = createMemoryWakeUp();
  sequencer = createSequencer({ db, wakeUp, log: quiet, pollMs: NEVER_MS });
  hub = createHub({ db, wakeUp, log: quiet, pollMs: NEVER_MS });
  await hub.start();
});
afterEach(async () => {
  await hub.stop();
  await sequencer.stop();
});

async function publish(from: number, to: number): Promise<void> {
  await commitNumbered(db, from, to);
  await sequencer.catchUp();
  await hub.refresh();
}

/** A subscriber that is told directly, as a socket is. */
function listener(overrides: { stallAfter?: number; actor?: Actor } = {}) {
  const told: number[] = [];
  let ended: { error: unknown } | undefined;
  let goOn = () => {};
  let stalled: Promise<void> | undefined;
  const session: Session = {
    actor: overrides.actor ?? admin,
    expiresAt: new Date('9999-01-01T00:00:00Z'),
    apiTokenId: null,
  };
  return {
    told,
    get ended() {
      return ended;
    },
    goOn: () => goOn(),
    subscriber: {
      session,
      take(position: number) {
        told.push(position);
        if (told.length !== overrides.stallAfter) return true;
        stalled = new Promise((resolve) => {
          goOn = resolve;
        });
        return false;
      },
      async ready() {
        await stalled;
      },
      end(error?: unknown) {
        ended = { error };
      },
    },
  };
}

interface ChannelsOptions {
  retryPausesMs?: number[];
  asked?: () => void;
  clock?: () => Date;
  isGone?: () => boolean;
}

function openChannels(options: ChannelsOptions = {}) {
  const channels = createChannels<number>({
    hub,
    reauthorize: async ({ actor }) => {
      options.asked?.();
      return options.isGone?.() ? null : actor;
    },
    clock: options.clock ?? (() => occurredAt),
    log: quiet,
    retryPausesMs: options.retryPausesMs ?? [],
  });
  const spec = (changes: Partial<ChannelSpec<number>> = {}): ChannelSpec<number> => ({
    key: 'same',
    filter: {},
    render: async ({ position }) => position,
    ...changes,
  });
  return { channels, spec };
}

describe('subscribers who are told the same', () => {
  test('share one rendering and one question who they are', async () => {
    let rendered = 0;
    let asked = 0;
    const { channels, spec } = openChannels({ asked: () => (asked += 1) });
    const render = async ({ position }: { position: number }) => {
      rendered += 1;
      return position;
    };
    const many = range(1, 500).map(() => listener());
    for (const { subscriber } of many) {
      channels.join(spec({ render }), subscriber, hub.end());
    }
    await breathe();
    await publish(1, 3);
    await expect.poll(() => many.map(({ told }) => told)).toEqual(many.map(() => [1, 2, 3]));
    // Once for what was committed together.
    expect([rendered, asked]).toEqual([3, 1]);
    expect(channels.subscribers).toBe(500);
  });

  test('who they are counts for 20 ms while the log is read for one of them', async () => {
    let now = occurredAt.getTime();
    let asked = 0;
    let gone = false;
    const { channels, spec } = openChannels({
      clock: () => new Date(now),
      asked: () => (asked += 1),
      isGone: () => gone,
    });
    const one = listener();
    const render = async ({ position }: { position: number }) => {
      now += 5;
      if (position === 10) gone = true;
      return position;
    };
    const start = hub.end();
    await publish(1, 50);
    channels.join(spec({ render }), one.subscriber, start);
    await expect.poll(() => one.ended).toEqual({ error: undefined });
    // Asked before the 1st, 5th, 9th and 13th, and with the last answer it is over.
    expect(one.told).toEqual(range(1, 12));
    expect(asked).toBe(4);
  });

  test('who they are counts for a second if nobody told of a change', async () => {
    let now = occurredAt.getTime();
    let asked = 0;
    const { channels, spec } = openChannels({
      clock: () => new Date(now),
      asked: () => (asked += 1),
    });
    const one = listener();
    channels.join(spec(), one.subscriber, hub.end());
    await breathe();
    for (const [position, afterMs] of [
      [1, 0],
      [2, 999],
      [3, 1],
    ] as const) {
      now += afterMs;
      await publish(position, position);
      await expect.poll(() => one.told).toEqual(range(1, position));
    }
    expect(asked).toBe(2);
  });

  test.each([
    'before',
    'after',
  ])('who lost access is told nothing that was committed afterwards, if the change is numbered %s it', async (place) => {
    let gone = false;
    const { channels, spec } = openChannels({ isGone: () => gone });
    const one = listener();
    channels.join(spec(), one.subscriber, hub.end());
    await breathe();
    await publish(1, 1);
    await expect.poll(() => one.told).toEqual([1]);
    const change: Happening = { type: 'USER_CHANGED', payload: { userId: admin.id } };
    // Both are numbered in one batch, as when the event was inserted long before its commit.
    const happenings: Happening[] = place === 'after' ? [{}, change] : [change, {}];
    await db.transaction((tx) => append(tx, happenings), AS_SYSTEM);
    gone = true;
    await sequencer.catchUp();
    await hub.refresh();
    await expect.poll(() => one.ended).toEqual({ error: undefined });
    expect(one.told).toEqual([1]);
  });

  test('agents are asked about each time: not all of what they help with is told', async () => {
    let now = occurredAt.getTime();
    let asked = 0;
    const { channels, spec } = openChannels({
      clock: () => new Date(now),
      asked: () => (asked += 1),
    });
    const agent = listener({ actor: { ...admin, role: 'REP' } });
    channels.join(spec(), agent.subscriber, hub.end());
    await breathe();
    for (const position of [1, 2]) {
      now += 20;
      await publish(position, position);
      await expect.poll(() => hub.position).toBe(position);
      await expect.poll(() => asked).toBe(position);
    }
  });

  test('who joins is asked about, whoever else is known', async () => {
    let asked = 0;
    const { channels, spec } = openChannels({ asked: () => (asked += 1) });
    const first = listener();
    channels.join(spec(), first.subscriber, hub.end());
    await breathe();
    await publish(1, 1);
    await expect.poll(() => first.told).toEqual([1]);
    const second = listener({ actor: { ...admin, id: newId() } });
    channels.join(spec(), second.subscriber, hub.end());
    await breathe();
    await publish(2, 2);
    await expect.poll(() => [first.told, second.told]).toEqual([[1, 2], [2]]);
    expect(asked).toBe(3);
  });

  test('one that does not read holds up nobody, and gets all of it when it reads again', async () => {
    const { channels, spec } = openChannels();
    const slow = listener({ stallAfter: 2 });
    const quick = listener();
    channels.join(spec(), slow.subscriber, hub.end());
    channels.join(spec(), quick.subscriber, hub.end());
    await publish(1, 50);
    await expect.poll(() => quick.told).toEqual(range(1, 50));
    expect(slow.told).toEqual([1, 2]);
    slow.goOn();
    await expect.poll(() => slow.told).toEqual(range(1, 50));
    await publish(51, 52);
    await expect.poll(() => [slow.told, quick.told]).toEqual([range(1, 52), range(1, 52)]);
  });

  test('whoever joins while an event is being rendered gets it, once', async () => {
    const { channels, spec } = openChannels();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const render = async ({ position }: { position: number }) => {
      await held;
      return position;
    };
    const first = listener();
    channels.join(spec({ render }), first.subscriber, hub.end());
    const before = hub.end();
    await publish(1, 2);
    const late = range(1, 20).map(() => listener());
    for (const { subscriber } of late) channels.join(spec({ render }), subscriber, before);
    await breathe();
    release();
    await expect
      .poll(() => [first, ...late].map(({ told }) => told))
      .toEqual([first, ...late].map(() => [1, 2]));
  });

  test('come and go at random while events come: each gets what follows its place, in order, once', async () => {
    const { channels, spec } = openChannels();
    const places: { from: number; one: ReturnType<typeof listener> }[] = [];
    for (let n = 1; n <= 60; n += 1) {
      const one = listener({ stallAfter: n % 7 === 0 ? 3 : 0 });
      places.push({ from: hub.position, one });
      channels.join(spec(), one.subscriber, hub.end());
      await commitNumbered(db, n, n);
      void sequencer.catchUp().then(() => hub.refresh());
      if (n % 3 === 0) await breathe();
    }
    await sequencer.catchUp();
    await hub.refresh();
    for (const { one } of places) one.goOn();
    await expect
      .poll(() => {
        for (const { one } of places) one.goOn();
        return places.map(({ one }) => one.told);
      })
      .toEqual(places.map(({ from }) => range(from + 1, 60)));
  });

  test('leave without a trace', async () => {
    const { channels, spec } = openChannels();
    const leave = range(1, 5).map(() => channels.join(spec(), listener().subscriber, hub.end()));
    for (const each of leave) each();
    for (const each of leave) each();
    expect(channels.subscribers).toBe(0);
    const next = listener();
    channels.join(spec(), next.subscriber, hub.end());
    await publish(1, 1);
    await expect.poll(() => next.told).toEqual([1]);
  });
});

describe('while the database is away', () => {
  test('nobody is told, and everybody is when it is back', async () => {
    const { channels, spec } = openChannels({ retryPausesMs: [1, 1, 1, 1] });
    let failures = 3;
    const render = async ({ position }: { position: number }) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('connection refused');
      }
      return position;
    };
    const one = listener();
    channels.join(spec({ render }), one.subscriber, hub.end());
    await publish(1, 2);
    await expect.poll(() => one.told).toEqual([1, 2]);
    expect(one.ended).toBeUndefined();
  });

  test('for too long, subscribers are told so', async () => {
    const { channels, spec } = openChannels({ retryPausesMs: [1] });
    const render = () => Promise.reject(new Error('connection refused'));
    const one = listener();
    channels.join(spec({ render }), one.subscriber, hub.end());
    await publish(1, 1);
    await expect.poll(() => one.ended?.error).toEqual(new Error('connection refused'));
    expect(channels.subscribers).toBe(0);
  });
});

test('flows of one channel get the same rendering, however they are read', async () => {
  const followed = following(hub);
  const flows = range(1, 4).map(() => followed.follow({ actor: admin, channel: 'wall' }));
  const reading = flows.map((flow) => take(flow, 3));
  await publish(1, 3);
  const read = await Promise.all(reading);
  expect(read.map(positionsOf)).toEqual(flows.map(() => [1, 2, 3]));
  expect(followed.rendered).toBe(3);
});
