import { readFile } from 'node:fs/promises';
import { createClient } from 'graphql-ws';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { commitNumbered, range } from '../platform/events/event-setup.js';
import { positionOf } from '../support/cursors.js';
import { startProxy, type TestProxy } from '../support/proxy.js';
import { testApi } from '../support/test-file.js';

const api = await testApi({ started: true });

/** A busy machine takes its time. */
const PATIENT = { timeout: 20_000 };

type Transport = 'WebSocket' | 'SSE';

/** The loop of docs/subscriptions.md, as it stands there, with everything that it takes from around it. */
async function documentedLoop(transport: Transport) {
  const docs = await readFile('docs/subscriptions.md', 'utf8');
  const blocks = [...docs.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);
  const mark = transport === 'SSE' ? 'text/event-stream' : 'client.iterate';
  const [take, loop] = [
    blocks.find((code) => code.includes('function take')),
    blocks.find((code) => code.includes(mark)),
  ];
  if (!take || !loop) throw new Error('docs/subscriptions.md has lost its loop.');
  const code = `${take}\n${loop.replace(/^import .*$/m, '')}`;
  return async (surroundings: Record<string, unknown>) => {
    const run = new Function(...Object.keys(surroundings), `return (async () => {\n${code}\n})();`);
    await run(...Object.values(surroundings));
  };
}

interface Following {
  readonly proxy: TestProxy;
  readonly shown: number[];
  /** How often everything was shown anew. */
  readonly anew: number;
  readonly cursor: string | null;
  /** How often it was noted that the connection is alive. */
  readonly signs: number;
  /** Lets the time pass after which a silent connection is given up. */
  passSilence(): void;
}

/** As in a browser, an error that nobody listens to ends nothing but the socket: also one given up before it was open. */
class BrowserLikeSocket extends WebSocket {
  constructor(...parameters: ConstructorParameters<typeof WebSocket>) {
    super(...parameters);
    this.on('error', () => {});
  }
}

/** The loop runs against the application through a proxy, until the test is over. */
async function follow(transport: Transport): Promise<Following> {
  const user = await api.user('ADMIN');
  const proxy = await startProxy(Number(new URL(api.app.url ?? '').port));
  const run = await documentedLoop(transport);
  const shown: number[] = [];
  const stored = new Map<string, string>();
  const silences = new Map<number, () => void>();
  let timers = 0;
  let signs = 0;
  let anew = 0;
  let isOver = false;
  const scheme = transport === 'SSE' ? 'http' : 'ws';
  const following = run({
    createClient: (options: object) =>
      createClient({ ...(options as { url: string }), webSocketImpl: BrowserLikeSocket }),
    url: `${scheme}://127.0.0.1:${proxy.port}/graphql`,
    newToken: async () => {
      if (isOver) throw new Error('enough');
      return user.token;
    },
    show: async ({ payload }: { payload: { n: number } }) => void shown.push(payload.n),
    showEverythingAnew: async () => {
      anew += 1;
    },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    },
    // Silence is for the test to declare; to come back the loop need not wait as long as a browser.
    setTimeout: (call: () => void, ms: number) => {
      if (ms < 10_000) return setTimeout(isOver ? () => {} : call, 1);
      timers += 1;
      signs += 1;
      silences.set(timers, call);
      return timers;
    },
    clearTimeout: (timer: number) => silences.delete(timer),
    console: { warn: () => {} },
  });
  following.catch(() => {});
  onTestFinished(async () => {
    isOver = true;
    await proxy[Symbol.asyncDispose]();
    await expect.poll(() => api.app.followers, PATIENT).toBe(0);
  });
  await expect.poll(() => stored.get('cursor'), PATIENT).toBeDefined();
  return {
    proxy,
    shown,
    get anew() {
      return anew;
    },
    get signs() {
      return signs;
    },
    get cursor() {
      return stored.get('cursor') ?? null;
    },
    passSilence() {
      for (const call of [...silences.values()]) call();
    },
  };
}

const commit = (from: number, to: number) => commitNumbered(api.app.db, from, to);

describe.each(['WebSocket', 'SSE'] as const)('the documented loop over %s', (transport) => {
  test('knows where it begins before anything happens, and reads the present state then', async () => {
    const { lastPosition } = await api.db.prisma.eventLog.findUniqueOrThrow({ where: { id: 1 } });
    const following = await follow(transport);
    expect(positionOf(following.cursor ?? '')).toBe(Number(lastPosition));
    expect(following.anew).toBe(1);
    expect(following.shown).toEqual([]);
  });

  test.each([
    'cut',
    'halfClose',
    'silence',
  ] as const)('loses and repeats nothing when the connection is disturbed before the first event: %s', async (disturb) => {
    const following = await follow(transport);
    following.proxy[disturb]();
    await commit(1, 3);
    if (disturb === 'silence') following.passSilence();
    await expect.poll(() => following.shown, PATIENT).toEqual(range(1, 3));
    expect(following.anew).toBe(1);
  });

  test('loses and repeats nothing however often the connection is disturbed', async () => {
    const following = await follow(transport);
    const { proxy } = following;
    const faults = [
      () => proxy.cut(),
      () => proxy.halfClose(),
      () => {
        proxy.silence();
        following.passSilence();
      },
    ];
    for (let n = 1; n <= 12; n += 1) {
      await commit(n, n);
      if (n % 3 === 0) faults[n / 3 - 1]?.();
    }
    await expect.poll(() => following.shown, PATIENT).toEqual(range(1, 12));
    expect(proxy.connections).toBeGreaterThan(3);
    expect(following.anew).toBe(1);
  });

  test('shows everything anew when what it has missed is no longer kept, then follows from there', async () => {
    const following = await follow(transport);
    await commit(1, 1);
    await expect.poll(() => following.shown, PATIENT).toEqual([1]);
    following.proxy.silence();
    await commit(2, 4);
    const { prisma } = api.db;
    const logState = () => prisma.eventLog.findUniqueOrThrow({ where: { id: 1 } });
    const unnumbered = () => prisma.domainEvent.count({ where: { position: null } });
    await expect.poll(unnumbered, PATIENT).toBe(0);
    await prisma.domainEvent.deleteMany();
    const firstPosition = (await logState()).lastPosition + 1n;
    await prisma.eventLog.update({ where: { id: 1 }, data: { firstPosition } });
    following.passSilence();
    await expect.poll(() => following.anew, PATIENT).toBe(2);
    await commit(5, 6);
    await expect.poll(() => following.shown, PATIENT).toEqual([1, 5, 6]);
  });
});

test('a heartbeat is a sign of life to the loop over WebSocket although nothing happens', async () => {
  const following = await follow('WebSocket');
  // The first when it connects, one with the first frame, one with the first heartbeat.
  await expect.poll(() => following.signs, PATIENT).toBeGreaterThanOrEqual(3);
});
