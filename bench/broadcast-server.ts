import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { AS_SYSTEM } from '../src/domain/actor.js';
import { newId } from '../src/platform/db/ids.js';
import { openDatabase } from '../src/platform/db/open.js';
import { appendEvents } from '../src/platform/events/append-event.js';
import { createApp } from '../src/run/app.js';
import { parseConfig } from '../src/run/config.js';

// One of the two servers that send the same bytes to many sockets, in a process of its own: `bare` is nothing but `ws`.
const [kind, databaseUrl = '', dataDir = '', payloadBytes = '0'] = process.argv.slice(2);

/**
 * `publish` answers with the instant from which on an arrival is waited for, in nanoseconds of the machine's clock;
 * `keepPublishing` with one for each event, `perSecond` of them as long as it keeps up, two at a time.
 */
type ServerRequest =
  | { publish: number }
  | { keepPublishing: number; perSecond: number }
  | { memory: true };

/** Transactions under way at once. */
const MOST_WRITERS = 4;

interface Broadcaster {
  readonly url: string;
  readonly token: string;
  publish(count: number): Promise<void>;
  readonly subscribers: () => number;
}

const server = kind === 'bare' ? await startBare() : await startLeadwarden();
process.send?.({ url: server.url, token: server.token });
process.on('message', async (message: ServerRequest) => {
  if ('publish' in message) {
    process.send?.({ at: await publish(message.publish) });
  } else if ('keepPublishing' in message) {
    const committed: number[] = [];
    const writing = new Set<Promise<void>>();
    const startedAt = performance.now();
    for (let n = 0; n < message.keepPublishing; n += 2) {
      const earlyMs = startedAt + (n * 1_000) / message.perSecond - performance.now();
      if (earlyMs > 0) await new Promise((resolve) => setTimeout(resolve, earlyMs));
      if (writing.size === MOST_WRITERS) await Promise.race(writing);
      const write: Promise<void> = publish(2).then((at) => {
        committed.push(at, at);
        writing.delete(write);
      });
      writing.add(write);
    }
    await Promise.all(writing);
    process.send?.({ committed });
  } else {
    for (let turn = 0; turn < 5; turn += 1) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ bytes: heapUsed + external, subscribers: server.subscribers() });
  }
});
process.once('disconnect', () => process.exit(0));

async function publish(count: number): Promise<number> {
  const startedAt = now();
  await server.publish(count);
  // A broadcast begins with its first send, an event with its commit.
  return kind === 'bare' ? startedAt : now();
}

/** In nanoseconds of the machine's clock, which all processes share. */
function now(): number {
  return Number(process.hrtime.bigint());
}

async function startBare(): Promise<Broadcaster> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const text = 'x'.repeat(Number(payloadBytes));
  return {
    url: `http://127.0.0.1:${port}`,
    token: '',
    subscribers: () => sockets.clients.size,
    async publish(count) {
      for (let n = 0; n < count; n += 1) for (const socket of sockets.clients) socket.send(text);
    },
  };
}

async function startLeadwarden(): Promise<Broadcaster> {
  const database = await openDatabase({ kind: 'postgres', url: databaseUrl });
  const many = '1000000000';
  const config = parseConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_IDENTITY: many,
    RATE_LIMIT_ADDRESS: many,
    MAX_SOCKETS_PER_ADDRESS: many,
    MAX_SOCKETS_PER_IDENTITY: many,
    MAX_SUBSCRIPTIONS_PER_IDENTITY: many,
  });
  const app = await createApp(config, { background: false, database });
  await app.start();
  const email = 'wall@bench.example';
  await database.transaction(
    (tx) => tx.user.create({ data: { id: newId(), email, name: 'Wall', role: 'WALLBOARD' } }),
    AS_SYSTEM,
  );
  return {
    url: app.url ?? '',
    token: (await app.issuer?.sign(email, new Date())) ?? '',
    subscribers: () => app.followers,
    async publish(count) {
      const event = {
        type: 'LEADS_PSEUDONYMIZED' as const,
        payload: { count: 1 },
        occurredAt: new Date(),
        actorId: null,
      };
      await app.db.transaction(
        (tx) =>
          appendEvents(
            tx,
            Array.from({ length: count }, () => event),
          ),
        AS_SYSTEM,
      );
    },
  };
}
