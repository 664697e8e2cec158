import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { pino } from 'pino';
import { type Actor, AS_SYSTEM } from '../src/domain/actor.js';
import { createWebhook } from '../src/features/webhooks/create-webhook.js';
import { createWebhookDispatcher } from '../src/features/webhooks/dispatcher.js';
import { newId } from '../src/platform/db/ids.js';
import type { Database } from '../src/platform/db/open.js';
import { appendEvents } from '../src/platform/events/append-event.js';
import { createSequencer } from '../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../src/platform/events/wake-up-memory.js';
import { parseKeyRing } from '../src/platform/keys/key-ring.js';
import { createOutboundGuard } from '../src/platform/outbound/outbound-guard.js';
import { createPoster, type Poster } from '../src/platform/outbound/post.js';
import { parseNetworks } from '../src/platform/outbound/public-address.js';
import { withBenchDatabase } from './bench-database.js';
import { type Figure, figure, median, timed } from './measure.js';

const EVENTS = 200;
const ENDPOINTS = 10;
const ROUNDS = 5;

/**
 * Deliveries with all that makes them reliable, against the least that loses nothing: a row before each post and an update
 * after it, one after the other. To one endpoint, which is sent one at a time, and to several.
 */
export async function benchWebhooks(): Promise<Figure[]> {
  const receiver = await startReceiver();
  const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 1).toString('base64')}`);
  const outbound = createOutboundGuard({ allowed: parseNetworks('127.0.0.0/8') ?? [] });
  const poster = createPoster({ guard: outbound, timeoutMs: 5_000 });
  const log = pino({ level: 'silent' });
  const clock = () => new Date();
  try {
    return await withBenchDatabase(async (db, client) => {
      await client.query('CREATE TABLE bare_delivery (id uuid PRIMARY KEY, status integer)');
      const sequencer = createSequencer({ db, wakeUp: createMemoryWakeUp(), log });
      const dispatcher = createWebhookDispatcher({ db, poster, keyRing, clock, log });
      const userId = newId();
      const known = { id: userId, email: 'crm@bench.example', name: 'CRM', role: 'ADMIN' } as const;
      await db.transaction((tx) => tx.user.create({ data: known }), AS_SYSTEM);
      const actor: Actor = { ...known, territory: null, scopes: null };
      const times = { bare: [] as number[], one: [] as number[], several: [] as number[] };
      const deliver = async (endpoints: number) => {
        await happen(db, EVENTS);
        await sequencer.catchUp();
        const before = receiver.received;
        const ms = await timed(() => dispatcher.deliverDue());
        const deliveries = receiver.received - before;
        if (deliveries !== EVENTS * endpoints) throw new Error(`${deliveries} deliveries arrived.`);
        return ms / deliveries;
      };
      for (let endpoints = 1; endpoints <= ENDPOINTS; endpoints += 1) {
        await createWebhook(
          { db, actor, now: clock(), requestId: null },
          { userId, name: `CRM ${endpoints}`, url: receiver.url, types: ['LEADS_PSEUDONYMIZED'] },
          { keyRing, outbound },
        );
        if (endpoints !== 1 && endpoints !== ENDPOINTS) continue;
        for (let round = -1; round < ROUNDS; round += 1) {
          const bare = await bareMs(client, poster, receiver);
          const ours = await deliver(endpoints);
          if (round < 0) continue;
          times.bare.push(bare);
          times[endpoints === 1 ? 'one' : 'several'].push(ours);
        }
      }
      const bare = median(times.bare);
      const name = 'webhooks: a delivery to';
      return [
        figure(`${name} one endpoint / a bare one`, median(times.one), bare, 'ms', { atMost: 15 }),
        figure(
          `${name} one of ${ENDPOINTS} endpoints / a bare one`,
          median(times.several),
          bare,
          'ms',
          { atMost: 8 },
        ),
      ];
    });
  } finally {
    poster.close();
    receiver.stop();
  }
}

interface Receiver {
  readonly url: string;
  readonly received: number;
  /** Of the last body. */
  readonly bytes: number;
  stop(): void;
}

async function startReceiver(): Promise<Receiver> {
  let received = 0;
  let bytes = 0;
  const server = createServer((request, response) => {
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
    });
    request.on('end', () => {
      received += 1;
      bytes = length;
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    get received() {
      return received;
    },
    get bytes() {
      return bytes;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bareMs(client: pg.Client, poster: Poster, receiver: Receiver): Promise<number> {
  const post = { url: new URL(receiver.url), headers: {}, body: 'x'.repeat(receiver.bytes) };
  const ms = await timed(async () => {
    for (let n = 0; n < EVENTS; n += 1) {
      const id = newId();
      await client.query('INSERT INTO bare_delivery (id) VALUES ($1)', [id]);
      const { statusCode } = await poster.send(post);
      await client.query('UPDATE bare_delivery SET status = $2 WHERE id = $1', [id, statusCode]);
    }
  });
  return ms / EVENTS;
}

async function happen(db: Database, count: number): Promise<void> {
  const event = {
    type: 'LEADS_PSEUDONYMIZED' as const,
    payload: { count: 1 },
    occurredAt: new Date(),
    actorId: null,
  };
  const events = Array.from({ length: count }, () => event);
  await db.transaction((tx) => appendEvents(tx, events), AS_SYSTEM);
}
