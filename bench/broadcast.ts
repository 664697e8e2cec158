import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { withBenchDatabase } from './bench-database.js';
import { type Listeners, listen } from './broadcast-listeners.js';
import { type Figure, figure, median } from './measure.js';

const ROUNDS = 60;
/** Not measured: code that has run a few times only is slow on either side. */
const WARM_UP_ROUNDS = 15;

/** What a dashboard asks for of an event about no lead. */
export const SUBSCRIPTION =
  'subscription { leadsPseudonymized { __typename id cursor type version occurredAt count payload } }';

/**
 * One event to many subscribers over WebSocket, from its commit to its last arrival, against `ws` alone sending the
 * same bytes; the memory of a subscriber that waits; and how long events take that come all the time.
 */
export async function benchBroadcast(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwarden-bench-'));
  try {
    return await withBenchDatabase(async (_db, _client, url, children) => {
      const ours = await startBroadcastServer(children, ['leadwarden', url, dataDir]);
      const one = await listen(ours, 1, SUBSCRIPTION);
      await ours.publish(1);
      await one.arrived(1);
      const bare = await startBroadcastServer(children, ['bare', '', '', String(one.messageBytes)]);
      one.close();
      const figures: Figure[] = [];
      for (const subscribers of [1_000, 2_000]) {
        figures.push(...(await compare(ours, bare, subscribers)));
      }
      figures.push(await medianLatency(ours));
      return figures;
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function compare(ours: Server, bare: Server, subscribers: number): Promise<Figure[]> {
  const used = async (server: Server) => (await server.memory()).bytes;
  // What is compiled and cached when the first of them come belongs to none of them.
  (await listen(ours, subscribers, SUBSCRIPTION)).close();
  (await listen(bare, subscribers)).close();
  const bytes = { ours: await used(ours), bare: await used(bare) };
  const listeners = {
    ours: await listen(ours, subscribers, SUBSCRIPTION),
    bare: await listen(bare, subscribers),
  };
  for (const kind of ['ours', 'bare'] as const) {
    bytes[kind] = ((await used({ ours, bare }[kind])) - bytes[kind]) / subscribers;
  }
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const bareMs = await broadcastMs(bare, listeners.bare);
    const oursMs = await broadcastMs(ours, listeners.ours);
    if (round < 0) continue;
    times.bare.push(bareMs);
    times.ours.push(oursMs);
  }
  for (const each of Object.values(listeners)) each.close();
  const name = `${subscribers} subscribers`;
  return [
    figure(`broadcast: ${name} / ws alone`, median(times.ours), median(times.bare), 'ms', {
      atMost: 1.3,
    }),
    figure(`memory: ${name} / ws alone`, bytes.ours / 1024, bytes.bare / 1024, 'KiB each', {
      atMost: 2,
    }),
  ];
}

async function broadcastMs(server: Server, listeners: Listeners): Promise<number> {
  const arrival = listeners.arrived(1);
  const at = await server.publish(1);
  const lastAt = await arrival;
  // Nothing of one round is left for the next.
  await new Promise((resolve) => setTimeout(resolve, 30));
  return (lastAt - at) / 1e6;
}

async function medianLatency(ours: Server): Promise<Figure> {
  const runs: Latency[] = [];
  while (runs.length < 3) runs.push(await latency(ours));
  const rate = Math.round(median(runs.map(({ perSecond }) => perSecond)));
  return figure(
    `latency: p99 from commit to arrival, ${rate} events/s, ${LATENCY_SUBSCRIBERS} subscribers / 100 ms`,
    median(runs.map(({ p99Ms }) => p99Ms)),
    100,
    'ms',
    { atMost: 1 },
  );
}

const LATENCY_SUBSCRIBERS = 500;

interface Latency {
  readonly p99Ms: number;
  /** Events that were written: fewer than was asked for where the machine does not keep up. */
  readonly perSecond: number;
}

/**
 * 200 events a second, two at a time. Commits that overlap may be taken for one another: they are in the order in which
 * they ended, the log in that of its inserts.
 */
async function latency(ours: Server): Promise<Latency> {
  const events = 2_000;
  const listeners = await listen(ours, LATENCY_SUBSCRIBERS, SUBSCRIPTION);
  const arrival = listeners.arrived(events);
  const start = performance.now();
  const committed = await ours.keepPublishing(events, 200);
  const perSecond = events / ((performance.now() - start) / 1_000);
  await arrival;
  const took = new Float64Array(events * LATENCY_SUBSCRIBERS);
  for (const [nth, arrivals] of listeners.arrivals.entries()) {
    took.set(
      arrivals.map((at, n) => (at - (committed[n] ?? at)) / 1e6),
      nth * events,
    );
  }
  took.sort();
  listeners.close();
  return { p99Ms: took[Math.floor(took.length * 0.99)] ?? Number.NaN, perSecond };
}

export interface Server {
  readonly url: string;
  readonly token: string;
  /** The instant from which on its arrival is waited for, in nanoseconds of the machine's clock. */
  publish(count: number): Promise<number>;
  /** One instant for each event. */
  keepPublishing(count: number, perSecond: number): Promise<number[]>;
  memory(): Promise<{ bytes: number; subscribers: number }>;
}

/** As it is run: what tsx makes of a closure takes much more memory. */
async function builtServer(): Promise<string> {
  const source = await readFile(new URL('broadcast-server.ts', import.meta.url), 'utf8');
  const { code } = await transform(source.replaceAll(`'../src/`, `'./`), { loader: 'ts' });
  await promisify(execFile)(process.execPath, ['build.mjs']);
  await writeFile('dist/broadcast-server.js', code);
  return 'dist/broadcast-server.js';
}

export async function startBroadcastServer(
  children: ChildProcess[],
  args: string[],
): Promise<Server> {
  const child = fork(await builtServer(), args, { execArgv: ['--expose-gc'] });
  children.push(child);
  const answer = async <T>(request?: object): Promise<T> => {
    const answered = once(child, 'message');
    if (request) child.send(request);
    return (await answered)[0] as T;
  };
  const { url, token } = await answer<{ url: string; token: string }>();
  return {
    url,
    token,
    publish: async (count) => (await answer<{ at: number }>({ publish: count })).at,
    async keepPublishing(count, perSecond) {
      const request = { keepPublishing: count, perSecond };
      return (await answer<{ committed: number[] }>(request)).committed;
    },
    memory: () => answer({ memory: true }),
  };
}
