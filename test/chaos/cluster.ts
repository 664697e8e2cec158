import { once } from 'node:events';
import type { Child } from '../faults/child.js';
import type { Installation, Servers } from '../faults/installation.js';
import type { Replica } from '../faults/replica.js';
import { startProxy, type TcpProxy } from '../faults/tcp-proxy.js';

/** Replicas with names of their own that are started again whenever they end, each behind its own piece of network. */
export interface Cluster extends AsyncDisposable {
  readonly redis: TcpProxy;
  readonly nodes: readonly Node[];
  /** Of those that run now. */
  urls(): string[];
  /** Those that ended although nobody had told them to, with their last words. */
  readonly surprises: readonly string[];
  /** Ends all of them as an operator would, for good. @returns the codes they ended with */
  end(): Promise<unknown[]>;
}

export interface Node {
  readonly name: string;
  readonly database: TcpProxy;
  /** Null while it is down. */
  running(): Replica | null;
  /** Ends it with a signal and starts it again after a while. */
  restart(signal: 'SIGKILL' | 'SIGTERM', downMs: number): Promise<void>;
  /** Stops it, and lets it go on after a while. */
  freeze(forMs: number): Promise<void>;
}

const LAST_WORDS = 15;

export async function startCluster(
  servers: Servers,
  home: Installation,
  count: number,
  env: Record<string, string>,
): Promise<Cluster> {
  const redis = await startProxy(servers.redis.port);
  const surprises: string[] = [];
  let ending = false;

  async function startNode(name: string): Promise<Node & { stop(): Promise<unknown> }> {
    const database = await startProxy(servers.postgres.port);
    let replica: Replica | null = null;
    let expected: Child | null = null;
    let busy = false;

    async function start(): Promise<void> {
      // A database that is away when a replica starts ends it, and whoever runs it tries again.
      while (!ending) {
        try {
          const started = await home.startReplica({
            ...env,
            DATABASE_URL: `${servers.postgres.url(home.database, database.port)}?application_name=${name}`,
            REDIS_URL: `redis://127.0.0.1:${redis.port}`,
          });
          replica = started;
          void started.child.exited.then((code) => mourn(started, code));
          return;
        } catch {
          await pause(500);
        }
      }
    }

    function mourn(dead: Replica, code: unknown): void {
      if (dead === replica) replica = null;
      if (dead.child === expected) return;
      const words = dead.child.said.slice(-LAST_WORDS).map((line) => line.slice(0, 400));
      surprises.push(`${name} ended by itself with ${code}:\n${words.join('\n')}`);
      if (!ending && !busy) void start();
    }

    async function exclusively(work: (running: Replica) => Promise<void>): Promise<void> {
      if (busy || replica === null) return;
      busy = true;
      try {
        await work(replica);
      } finally {
        busy = false;
      }
    }

    await start();
    return {
      name,
      database,
      running: () => replica,
      restart: (signal, downMs) =>
        exclusively(async ({ child }) => {
          expected = child;
          await child.kill(signal);
          await pause(downMs);
          await start();
        }),
      freeze: (forMs) =>
        exclusively(async ({ child }) => {
          child.process.kill('SIGSTOP');
          await pause(forMs);
          child.process.kill('SIGCONT');
        }),
      async stop() {
        const last = replica;
        if (last === null) return null;
        expected = last.child;
        last.child.process.kill('SIGTERM');
        return last.child.exited;
      },
    };
  }

  const nodes = await Promise.all(
    Array.from({ length: count }, (_, nth) => startNode(`replica-${nth}`)),
  );
  return {
    redis,
    nodes,
    surprises,
    urls: () => nodes.flatMap((node) => node.running()?.url ?? []),
    async end() {
      ending = true;
      return Promise.all(nodes.map((node) => node.stop()));
    },
    async [Symbol.asyncDispose]() {
      ending = true;
      const children = home.replicas.map(({ child }) => child);
      await Promise.all(children.map((child) => child.kill()));
      await Promise.all([redis, ...nodes.map(({ database }) => database)].map(dispose));
    },
  };
}

function dispose(proxy: TcpProxy): PromiseLike<void> {
  return proxy[Symbol.asyncDispose]();
}

/** Resolves after real time: faults take as long as they take. */
export async function pause(ms: number): Promise<void> {
  const timer = new EventTarget();
  setTimeout(() => timer.dispatchEvent(new Event('over')), ms);
  await once(timer, 'over');
}
