import { Redis } from 'ioredis';
import pg from 'pg';
import type { Installation, Servers } from '../faults/installation.js';
import type { Subscriber } from '../faults/subscriber.js';
import { type Cluster, type Node, pause } from './cluster.js';
import type { Fault, PlannedFault } from './plan-faults.js';

export interface Battlefield {
  readonly servers: Servers;
  readonly home: Installation;
  readonly cluster: Cluster;
  readonly subscribers: readonly Subscriber[];
  readonly mail: { refusing: boolean };
}

/**
 * Whether a fault may catch a dispatcher between sending a mail and writing it down. None of the others lasts longer than
 * the claim of a mail.
 */
export function endsDispatcher(fault: Fault): boolean {
  return fault === 'kill a replica' || fault === 'tell a replica to end';
}

/** Does it and heals it; resolves when it is over. */
export async function applyFault(field: Battlefield, planned: PlannedFault): Promise<void> {
  const { servers, home, cluster, subscribers, mail } = field;
  const { fault, lengthMs } = planned;
  const node = nodeOf(cluster, planned.replica);
  switch (fault) {
    case 'kill a replica':
      return node.restart('SIGKILL', lengthMs);
    case 'tell a replica to end':
      return node.restart('SIGTERM', lengthMs);
    case 'freeze a replica':
      return node.freeze(lengthMs);
    case 'crash PostgreSQL':
      return crashPostgres(servers, lengthMs);
    case 'kill Redis':
      return killRedis(servers, lengthMs);
    case 'empty Redis':
      return emptyRedis(servers.redis.port);
    case 'cut Redis off':
      cluster.redis.blackhole();
      await pause(lengthMs);
      return cluster.redis.heal({ alive: planned.replica === 0 });
    case 'cut a replica off from PostgreSQL':
      node.database.blackhole();
      await pause(lengthMs);
      // Some networks come back as if nothing had been, others have forgotten everybody.
      return node.database.heal({ alive: lengthMs % 2 === 0 });
    case 'reset the connections of a replica to PostgreSQL':
      return node.database.cut();
    case 'hold a writing transaction open':
      return holdTransactionOpen(home, lengthMs);
    case 'drop the subscribers':
      for (const subscriber of subscribers) subscriber.drop();
      return;
    case 'make the mail server refuse':
      mail.refusing = true;
      await pause(lengthMs);
      mail.refusing = false;
  }
}

function nodeOf(cluster: Cluster, nth: number): Node {
  const node = cluster.nodes[nth % cluster.nodes.length];
  if (node === undefined) throw new Error('There are no replicas.');
  return node;
}

let crashing: Promise<void> = Promise.resolve();

/** One crash after the other. */
function crashPostgres({ postgres }: Servers, downMs: number): Promise<void> {
  crashing = crashing.then(async () => {
    await postgres.stopImmediately();
    await pause(Math.min(downMs, 3_000));
    await postgres.start();
  });
  return crashing;
}

let killing: Promise<void> = Promise.resolve();

function killRedis({ redis }: Servers, downMs: number): Promise<void> {
  killing = killing.then(async () => {
    await redis.kill();
    await pause(downMs);
    await redis.start();
  });
  return killing;
}

async function emptyRedis(port: number): Promise<void> {
  const redis = new Redis(port, '127.0.0.1', { retryStrategy: () => null, lazyConnect: true });
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.flushall();
  } catch {
    // It is down already.
  } finally {
    redis.disconnect();
  }
}

/** With an event in it, that nobody must wait for. */
async function holdTransactionOpen({ env, admin }: Installation, forMs: number): Promise<void> {
  const client = new pg.Client(env.DATABASE_URL);
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO domain_event (id, type, version, occurred_at, actor_id, payload)
       VALUES (gen_random_uuid(), 'SETTING_CHANGED', 1, now(), $1, '{}')`,
      [admin.id],
    );
    await pause(forMs);
    await client.query(forMs % 2 === 0 ? 'COMMIT' : 'ROLLBACK');
  } catch {
    // PostgreSQL crashed meanwhile, and the transaction with it.
  } finally {
    await client.end().catch(() => {});
  }
}
