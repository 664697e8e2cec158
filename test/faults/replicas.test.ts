import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOB_NAMES } from '../../src/domain/nightly-jobs.js';
import { TEST_DATABASE_URL } from '../support/database.js';
import { endOfLog, logActivity, registerLead } from './ask.js';
import { skippedBecause } from './binaries.js';
import { blockedBatch } from './blocked-batch.js';
import { expectWhole } from './expect-whole.js';
import { type Installation, type Servers, startServers } from './installation.js';
import { keptKeys } from './kept-keys.js';
import type { Replica } from './replica.js';
import { type Subscriber, startSubscriber } from './subscriber.js';
import { startProxy } from './tcp-proxy.js';
import { until } from './until.js';
import { expectAllWarnedOnce, leadDueIn, overdueLeads, runJob } from './warnings.js';

const why = TEST_DATABASE_URL ? skippedBecause : 'run with TEST_DATABASE_URL only';

// Some tests mostly wait: those have replicas of their own and wait side by side.
describe.skipIf(why)(`replicas${why ? ` (skipped: ${why})` : ''}`, { timeout: 120_000 }, () => {
  let servers: Servers;
  const installations: Installation[] = [];
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(async () => {
    await Promise.all(installations.map((one) => one[Symbol.asyncDispose]()));
    await servers?.[Symbol.asyncDispose]();
  });

  async function install(env?: Record<string, string>): Promise<Installation> {
    const installation = await servers.install(env);
    installations.push(installation);
    return installation;
  }

  test.concurrent('one freezes, one is killed, one is told to end, and nothing is lost or done twice', async ({
    expect,
  }) => {
    const home = await install();
    // The server gives up on whoever is silent in a transaction after 15 s, or what the operator says.
    const sooner = 'options=-c%20idle_in_transaction_session_timeout%3D6s';
    const start = (name: string) =>
      home.startReplica({
        DATABASE_URL: `${home.env.DATABASE_URL}?${sooner}&application_name=${name}`,
      });
    const [one, two] = await Promise.all([start('one'), start('two')]);
    const alive = [one, two];
    const leadId = await registerLead(home.ask(one, home.anna));
    const after = await endOfLog(home.ask(one, home.anna));
    const subscribers = (['WebSocket', 'SSE'] as const).map((transport) =>
      startSubscriber({
        person: home.anna,
        transport,
        after,
        urls: () => alive.map(({ url }) => url),
      }),
    );

    await withLongTransaction(home, one, leadId, subscribers);
    await freezeWhoeverNumbers(home, [one, two], leadId, subscribers);

    // Killed in the middle of a batch, after one that is complete.
    const leads = await overdueLeads(home, 110);
    const killed = await killInBatch(home, one, leads);
    expect(killed).toBe('killed');
    alive.shift();
    await expectAllWarnedOnce(home, leads.length);

    alive.push(await start('three'));
    await endUnderLoad(home, two, leadId);
    alive.shift();
    await logActivity(home.ask(alive[0] as Replica, home.anna), leadId);
    await expectWhole(home, after, subscribers);
    await Promise.all(subscribers.map((subscriber) => subscriber.stop()));
    expect(await home.doctor()).toEqual({ code: 0, said: expect.any(String) });
  });

  test.concurrent('replicas with wrong clocks that start together run each slot once, by the time of the database', async ({
    expect,
  }) => {
    const home = await install();
    const preload = fileURLToPath(new URL('skewed-clock.mjs', import.meta.url));
    const [fast, slow] = await Promise.all([
      home.startReplica({ SKEW_MS: String(3_600_000) }, preload),
      home.startReplica({ SKEW_MS: String(-3_600_000) }, preload),
    ]);
    for (const { child } of [fast, slow]) await child.saying(/this machine's clock is wrong/);
    const catchUps = () =>
      home.query<{ job: string; runs: number }>(
        `SELECT job, count(*)::int AS runs FROM job_run
         WHERE status = 'SUCCEEDED' GROUP BY job ORDER BY job`,
      );
    await until(
      catchUps,
      [...JOB_NAMES].sort().map((job) => ({ job, runs: 1 })),
    );
    // Due in half an hour: not yet, also where the clock says otherwise.
    const leadId = await leadDueIn(home.ask(fast, home.manager), home.anna.id, 1_800_000);
    for (const replica of [fast, slow]) {
      expect(await runJob(home.ask(replica, home.admin), 'PROGRESS_WARNING')).toMatchObject({
        status: 'SUCCEEDED',
        processed: 0,
      });
      await logActivity(home.ask(replica, home.anna), leadId);
    }
    const [{ worst } = { worst: Number.NaN }] = await home.query<{ worst: number }>(
      `SELECT max(abs(extract(epoch FROM occurred_at - created.at)))::int AS worst
       FROM domain_event, LATERAL (SELECT now() AS at) AS created`,
    );
    expect(worst).toBeLessThan(300);
  });

  test.concurrent('a replica whose connections to the database go dead says so in time, and comes back by itself', async ({
    expect,
  }) => {
    const home = await install();
    await using proxy = await startProxy(servers.postgres.port);
    const cutOff = await home.startReplica({
      DATABASE_URL: servers.postgres.url(home.database, proxy.port),
    });
    const ask = home.ask(cutOff, home.anna);
    const leadId = await registerLead(ask);
    const after = await endOfLog(ask);
    const subscriber = startSubscriber({
      person: home.anna,
      transport: 'WebSocket',
      after,
      urls: () => [cutOff.url],
    });
    await logActivity(ask, leadId);
    proxy.blackhole();
    const started = performance.now();
    const lost = await logActivity(ask, leadId, 'lost', 40_000).catch((error) => error);
    expect(lost).toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - started).toBeLessThan(40_000);
    proxy.heal();
    await until(() => ready(cutOff), 200, { everyMs: 500 });
    await logActivity(ask, leadId, 'back');
    await expectWhole(home, after, [subscriber]);
    await subscriber.stop();
  });

  test.concurrent('a WebSocket client that is gone without a word is given up, and its place is free', async ({
    expect,
  }) => {
    const home = await install({ MAX_SOCKETS_PER_IDENTITY: '1' });
    const replica = await home.startReplica();
    await using proxy = await startProxy(replica.port);
    const ask = home.ask(replica, home.anna);
    const leadId = await registerLead(ask);
    const after = await endOfLog(ask);
    const through = (port: number, silentMs: number) =>
      startSubscriber({
        person: home.anna,
        transport: 'WebSocket',
        after,
        silentMs,
        urls: () => [`http://127.0.0.1:${port}`],
      });
    const gone = through(proxy.port, 600_000);
    await logActivity(ask, leadId);
    await until(() => gone.told.length, 1);
    proxy.blackhole();
    const next = through(replica.port, 5_000);
    await until(() => next.told.length, 1);
    expect(next.connections).toBeGreaterThan(1);
    await Promise.all([gone.stop(), next.stop()]);
  });
});

/** Other events get positions and arrive; those of the open transaction come when it commits. */
async function withLongTransaction(
  home: Installation,
  replica: Replica,
  leadId: string,
  subscribers: readonly Subscriber[],
): Promise<void> {
  const ask = home.ask(replica, home.anna);
  const told = () => subscribers.map((one) => one.told.map(({ type }) => type));
  await using client = await ownConnection(home);
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO domain_event (id, type, version, occurred_at, owner_id, payload)
     SELECT gen_random_uuid(), 'LEAD_UPDATED', 1, now(), $1, '{}' FROM generate_series(1, 3)`,
    [home.anna.id],
  );
  for (let n = 0; n < 3; n += 1) await logActivity(ask, leadId);
  const others = Array(3).fill('ACTIVITY_LOGGED');
  await until(told, [others, others]);
  await client.query('COMMIT');
  const all = [...others, ...Array(3).fill('LEAD_UPDATED')];
  await until(told, [all, all]);
}

/** Stopped with the lock of those who number events in its hands. */
async function freezeWhoeverNumbers(
  home: Installation,
  [one, two]: readonly [Replica, Replica],
  leadId: string,
  subscribers: readonly Subscriber[],
): Promise<void> {
  await using client = await ownConnection(home);
  // Whoever numbers next comes as far as the counter.
  await client.query('BEGIN; SELECT FROM event_log FOR UPDATE');
  await logActivity(home.ask(one, home.anna), leadId);
  const [frozen, other] = (await waitingName(home)) === 'one' ? [one, two] : [two, one];
  frozen.child.process.kill('SIGSTOP');
  await client.query('ROLLBACK');
  const told = subscribers.map((subscriber) => subscriber.told.length);
  await logActivity(home.ask(other, home.anna), leadId);
  await until(
    () => subscribers.map((subscriber) => subscriber.told.length),
    told.map((count) => count + 2),
  );
  frozen.child.process.kill('SIGCONT');
  await logActivity(home.ask(frozen, home.anna), leadId);
}

async function killInBatch(home: Installation, replica: Replica, leads: string[]) {
  await using block = await blockedBatch(home, leads.at(-1) ?? '');
  const running = runJob(home.ask(replica, home.admin), 'PROGRESS_WARNING').catch(() => 'killed');
  await block.reached();
  await replica.child.kill('SIGKILL');
  await block.release();
  // As if the dead process had been silent for a minute.
  await home.query(`UPDATE job_run SET lease_until = now() WHERE status = 'RUNNING'`);
  return running;
}

/** What was answered was done, and what was not answered was not done. */
async function endUnderLoad(home: Installation, ending: Replica, leadId: string): Promise<void> {
  const outcomes = new Map<string, boolean>();
  const writer = async (name: string) => {
    for (let n = 0; ; n += 1) {
      const key = `load-${name}-${n}`;
      const logging = logActivity(home.ask(ending, home.anna), leadId, key);
      const answered = await logging.then(
        () => true,
        () => false,
      );
      outcomes.set(key, answered);
      if (!answered) return;
    }
  };
  const writers = ['a', 'b', 'c', 'd', 'e', 'f'].map(writer);
  await until(() => outcomes.size > 30, true, { everyMs: 10 });
  const started = performance.now();
  ending.child.process.kill('SIGTERM');
  expect(await ending.child.exited).toBe(0);
  expect(performance.now() - started).toBeLessThan(5_000);
  await Promise.all(writers);
  const kept = await keptKeys(home, home.anna, outcomes.keys());
  const answered = [...outcomes].filter(([, ok]) => ok).map(([key]) => key);
  expect(kept.sort()).toEqual(answered.sort());
}

async function ownConnection({ env }: Installation): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client(env.DATABASE_URL);
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

/** The name of the replica that waits for the counter. */
async function waitingName({ query, database }: Installation): Promise<string> {
  let name = '';
  const look = async () => {
    const [row] = await query<{ name: string }>(
      `SELECT application_name AS name FROM pg_stat_activity
       WHERE datname = $1 AND wait_event_type = 'Lock'`,
      [database],
    );
    name = row?.name ?? '';
    return name;
  };
  await until(look, expect.stringMatching(/./), { everyMs: 20 });
  return name;
}

async function ready({ url }: Replica): Promise<number> {
  const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
  return response.status;
}
