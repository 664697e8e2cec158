import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASE_URL } from '../support/database.js';
import { endOfLog, logActivity, RefusedError, registerLead } from './ask.js';
import { skippedBecause } from './binaries.js';
import { blockedBatch } from './blocked-batch.js';
import { expectWhole } from './expect-whole.js';
import { type Installation, type Servers, startServers } from './installation.js';
import { keptKeys } from './kept-keys.js';
import type { Replica } from './replica.js';
import { type Subscriber, startSubscriber, type Transport } from './subscriber.js';
import { startProxy, type TcpProxy } from './tcp-proxy.js';
import { until } from './until.js';
import { expectAllWarnedOnce, overdueLeads, runJob } from './warnings.js';

const why = TEST_DATABASE_URL ? skippedBecause : 'run with TEST_DATABASE_URL only';

// Two replicas that outlive everything that is done to their servers.
describe.skipIf(why)(`outages of servers${why ? ` (skipped: ${why})` : ''}`, () => {
  let servers: Servers;
  let home: Installation;
  let redisProxy: TcpProxy;
  let one: Replica;
  let two: Replica;
  let leadId: string;

  beforeAll(async () => {
    servers = await startServers();
    redisProxy = await startProxy(servers.redis.port);
    home = await servers.install({ REDIS_URL: `redis://127.0.0.1:${redisProxy.port}` });
    [one, two] = await Promise.all([home.startReplica(), home.startReplica()]);
    leadId = await registerLead(home.ask(one, home.anna));
  });
  afterAll(async () => {
    await home?.[Symbol.asyncDispose]();
    await redisProxy?.[Symbol.asyncDispose]();
    await servers?.[Symbol.asyncDispose]();
  });

  // Each test begins with both replicas well.
  beforeEach(async () => {
    for (const replica of [one, two]) await until(() => ready(replica), 200);
  });

  /** Anna's client at the second replica, which hears from the first what happens there. */
  function follow(after: string, transport: Transport = 'WebSocket'): Subscriber {
    return startSubscriber({ person: home.anna, transport, after, urls: () => [two.url] });
  }
  const end = () => endOfLog(home.ask(one, home.anna));

  const log = (key?: string) => logActivity(home.ask(one, home.anna), leadId, key);

  test('events go on from replica to replica while Redis is cut off, gone, back and empty', async () => {
    const after = await end();
    const subscriber = follow(after);
    const heard = () => expectWhole(home, after, [subscriber]);
    await log();
    await heard();

    redisProxy.blackhole();
    const asked = performance.now();
    await log();
    expect(performance.now() - asked).toBeLessThan(2_000);
    await heard();

    redisProxy.heal();
    redisProxy.cut();
    await servers.redis.kill();
    await log();
    await heard();

    await servers.redis.start();
    await log();
    await heard();

    await flushAll(servers.redis.port);
    await log();
    await heard();
    await subscriber.stop();
  });

  test('what PostgreSQL acknowledged before it crashed is there afterwards, and everybody goes on', async () => {
    const after = await end();
    const subscribers = [follow(after), follow(after, 'SSE')];
    const acknowledged = new Set<string>();
    let stopping = false;
    const writer = async (name: string) => {
      for (let n = 0; !stopping; n += 1) {
        const key = `${name}-${n}`;
        // As a client does that got no answer: the same again, with the same key.
        while (!stopping) {
          try {
            await log(key);
            acknowledged.add(key);
            break;
          } catch {
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        }
      }
    };
    const writers = ['a', 'b', 'c'].map(writer);
    await until(() => acknowledged.size > 20, true);
    await servers.postgres.stopImmediately();
    await until(() => ready(one), 503);
    await servers.postgres.start();
    const before = acknowledged.size;
    await until(() => acknowledged.size > before + 20, true);
    stopping = true;
    await Promise.all(writers);

    expect(new Set(await keptKeys(home, home.anna, acknowledged))).toEqual(acknowledged);
    const [{ facts } = { facts: 0 }] = await home.query<{ facts: number }>(
      'SELECT count(*)::int AS facts FROM activity WHERE lead_id = (SELECT id FROM lead LIMIT 1)',
    );
    const [{ events } = { events: 0 }] = await home.query<{ events: number }>(
      `SELECT count(*)::int AS events FROM domain_event WHERE type = 'ACTIVITY_LOGGED'`,
    );
    expect(events).toBe(facts);
    await expectWhole(home, after, subscribers);
    await Promise.all(subscribers.map((subscriber) => subscriber.stop()));
  });

  test('whatever is asked while a server is away is told UNAVAILABLE, and nothing else', async () => {
    const others: string[] = [];
    let answered = 0;
    let stopping = false;
    const asking = async (name: string, work: () => Promise<unknown>) => {
      while (!stopping) {
        const code = await work().then(
          () => null,
          (error: unknown) =>
            error instanceof RefusedError ? `${error.code}: ${error.message}` : String(error),
        );
        if (code === null) answered += 1;
        else if (!code.startsWith('UNAVAILABLE')) others.push(`${name}: ${code}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const all = [one, two].flatMap((replica) => {
      const [anna, manager, admin] = [home.anna, home.manager, home.admin].map((person) =>
        home.ask(replica, person),
      );
      if (!anna || !manager || !admin) throw new Error('There is nobody to ask.');
      return [
        asking('logActivity', () => logActivity(anna, leadId)),
        asking('registerLead', () => registerLead(anna)),
        asking('leads', () =>
          anna(`{ me { id } leads(first: 20) { edges { node { id owner { name }
            holds(first: 2) { edges { node { id } } } } } } }`),
        ),
        asking('eventLog', () => endOfLog(manager)),
        asking('dashboard', () => manager('{ dashboard { asOf } settings { key } }')),
        asking('outboxEmails', () => admin('{ outboxEmails(first: 5) { edges { node { id } } } }')),
      ];
    });
    const more = (count: number) => {
      const from = answered;
      return until(() => answered >= from + count, true);
    };
    await more(50);
    for (let nth = 0; nth < 2; nth += 1) {
      await servers.postgres.stopImmediately();
      await until(() => ready(one), 503);
      await servers.postgres.start();
      await more(50);
    }
    await servers.postgres.query(
      'postgres',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = $1 AND pid <> pg_backend_pid()`,
      [home.database],
    );
    await more(50);
    redisProxy.blackhole();
    await more(20);
    redisProxy.heal();
    redisProxy.cut();
    await servers.redis.kill();
    await more(20);
    await servers.redis.start();
    await more(20);
    stopping = true;
    await Promise.all(all);
    // The log says what it was.
    const unexpected = [one, two].flatMap(({ child }) =>
      child.said.filter((line) => line.includes('unexpected error')),
    );
    expect([...others, ...unexpected]).toEqual([]);
  });

  test('a run whose batch PostgreSQL dies under is finished, and no row is held to have failed', async () => {
    const leads = await overdueLeads(home, 20);
    await using block = await blockedBatch(home, leads.at(-1) ?? '');
    const running = runJob(home.ask(one, home.admin), 'PROGRESS_WARNING').catch(() => 'away');
    await block.reached();
    await servers.postgres.stopImmediately();
    await block.release();
    await servers.postgres.start();
    await running;
    // As if the run had been silent for its 45 s.
    await home.query(`UPDATE job_run SET lease_until = now() WHERE status = 'RUNNING'`);
    await expectAllWarnedOnce(home, leads.length);
    expect(await home.doctor()).toEqual({ code: 0, said: expect.any(String) });
  });
});

async function ready({ url }: Replica): Promise<number> {
  const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
  return response.status;
}

async function flushAll(port: number): Promise<void> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(port, '127.0.0.1');
  await redis.flushall();
  redis.disconnect();
}
