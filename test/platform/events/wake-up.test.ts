import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { WakeUp } from '../../../src/platform/events/wake-up.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { createNotifyWakeUp } from '../../../src/platform/events/wake-up-notify.js';
import { createRedisWakeUp } from '../../../src/platform/events/wake-up-redis.js';
import { openTestDatabase } from '../../support/database.js';
import { quiet } from './event-setup.js';

const { TEST_REDIS_URL } = process.env;

/** Two ends of one channel, as two replicas hold them. */
interface Pair {
  ends: [WakeUp, WakeUp];
  close(): Promise<void>;
}

const implementations: Record<string, { skip: string | false; open: () => Promise<Pair> }> = {
  memory: {
    skip: false,
    async open() {
      const only = createMemoryWakeUp();
      return { ends: [only, only], close: async () => {} };
    },
  },
  redis: {
    skip: TEST_REDIS_URL ? false : 'TEST_REDIS_URL is not set',
    async open() {
      const channel = `leadwarden:test:${process.pid}`;
      const make = () => createRedisWakeUp({ url: TEST_REDIS_URL ?? '', log: quiet, channel });
      return { ends: [make(), make()], close: async () => {} };
    },
  },
  NOTIFY: {
    skip: false,
    async open() {
      const db = await openTestDatabase();
      const make = () => createNotifyWakeUp({ db, log: quiet });
      return { ends: [make(), make()], close: async () => db[Symbol.asyncDispose]() };
    },
  },
};

const open: { stop(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.stop();
});

async function started(...wakeUps: WakeUp[]): Promise<void> {
  open.push(...new Set(wakeUps));
  for (const wakeUp of new Set(wakeUps)) await wakeUp.start();
}

function nextHint(wakeUp: WakeUp): Promise<number> {
  return new Promise((resolve) => {
    const stop = wakeUp.onHint((position) => {
      stop();
      resolve(position);
    });
  });
}

for (const [name, { skip, open: openPair }] of Object.entries(implementations)) {
  describe.skipIf(skip)(`waking up by ${name}${skip ? ` (${skip})` : ''}`, () => {
    async function pair(): Promise<[WakeUp, WakeUp]> {
      const { ends, close } = await openPair();
      open.push({ stop: close });
      await started(...ends);
      return ends;
    }

    test('an announcement reaches the other replica', async () => {
      const [here, there] = await pair();
      const hint = nextHint(there);
      await here.announce(42);
      expect(await hint).toBe(42);
    });

    test('an announcement reaches its own process at once', async () => {
      const [here] = await pair();
      const hints: number[] = [];
      here.onHint((position) => hints.push(position));
      void here.announce(7);
      expect(hints).toEqual([7]);
    });

    test('everybody who listens is told, and nobody who stopped listening', async () => {
      const [here, there] = await pair();
      const hints: string[] = [];
      const stop = there.onHint((position) => hints.push(`gone ${position}`));
      there.onHint((position) => hints.push(`first ${position}`));
      stop();
      const last = nextHint(there);
      await here.announce(1);
      await last;
      expect(new Set(hints)).toEqual(new Set(['first 1']));
    });

    test('stopping twice is harmless, and a stopped one tells nobody', async () => {
      const [here] = await pair();
      const hints: number[] = [];
      here.onHint((position) => hints.push(position));
      await here.stop();
      await here.stop();
      await here.announce(1);
      expect(hints).toEqual([]);
    });
  });
}

describe('while Redis', () => {
  test('cannot be reached, starting and announcing go on, and this process is woken', async () => {
    const port = await freePort();
    const wakeUp = createRedisWakeUp({
      url: `redis://127.0.0.1:${port}`,
      log: quiet,
      startTimeoutMs: 50,
    });
    await started(wakeUp);
    const hint = nextHint(wakeUp);
    await wakeUp.announce(3);
    expect(await hint).toBe(3);
  });

  test('accepts connections but never answers, announcing does not wait for it', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const wakeUp = createRedisWakeUp({ url: urlOf(server), log: quiet, startTimeoutMs: 50 });
    await started(wakeUp);
    await wakeUp.announce(3);
    await wakeUp.stop();
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  test.skipIf(!TEST_REDIS_URL)(
    'comes back after a partition, announcements arrive again (needs TEST_REDIS_URL)',
    async () => {
      const proxy = await startProxy(new URL(TEST_REDIS_URL ?? ''));
      const channel = `leadwarden:test:${process.pid}:partition`;
      const behind = createRedisWakeUp({ url: proxy.url, log: quiet, channel });
      const direct = createRedisWakeUp({ url: TEST_REDIS_URL ?? '', log: quiet, channel });
      open.push(proxy);
      await started(behind, direct);

      proxy.cut();
      await behind.announce(1);
      const hints: number[] = [];
      behind.onHint((position) => hints.push(position));
      await direct.announce(2);
      expect(hints).toEqual([]);

      proxy.mend();
      await vi.waitFor(
        async () => {
          await direct.announce(3);
          expect(hints).toContain(3);
        },
        { timeout: 15_000 },
      );
    },
  );

  test('is away from the beginning, the process neither ends nor reports a rejection', async () => {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--unhandled-rejections=strict',
        '--input-type=module',
        '--eval',
        `
        import { createRedisWakeUp } from './src/platform/events/wake-up-redis.ts';
        const log = { warn() {}, info() {}, debug() {}, error() {} };
        const wakeUp = createRedisWakeUp({ url: 'redis://127.0.0.1:${port}', log, startTimeoutMs: 300 });
        await wakeUp.start();
        for (let position = 1; position <= 50; position += 1) await wakeUp.announce(position);
        await wakeUp.stop();
        console.log('still here');
      `,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const [code] = await once(child, 'close');
    expect([code, output]).toEqual([0, 'still here\n']);
  });
});

function urlOf(server: Server): string {
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A line to Redis that can be cut: connections break, and new ones are refused until it is mended. */
async function startProxy(target: URL) {
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((client) => {
    if (!whole) {
      client.destroy();
      return;
    }
    const redis = connect(Number(target.port || 6379), target.hostname);
    for (const socket of [client, redis]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.pipe(redis).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    whole = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: urlOf(server),
    cut,
    mend() {
      whole = true;
    },
    stop() {
      cut();
      server.close();
    },
  };
}
