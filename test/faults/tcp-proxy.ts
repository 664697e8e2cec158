import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A piece of network between a client and a server, that can fail as networks do. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  /** From now on nothing is forwarded and nobody is told: connections are half open, new ones get no answer. */
  blackhole(): void;
  /** New connections are forwarded again. Those from before stay dead unless `alive`: then they go on where they stood. */
  heal(options?: { alive?: boolean }): void;
  /** Ends all connections, with a reset. */
  cut(): void;
}

export async function startProxy(targetPort: number): Promise<TcpProxy> {
  const pairs = new Set<{ near: Socket; far: Socket; dead: boolean }>();
  let holed = false;
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    const pair = { near, far, dead: holed };
    pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => to.write(chunk));
      from.on('end', () => to.end());
      from.on('error', () => {});
      from.on('close', () => {
        // A dead pair tells the other side nothing.
        if (pair.dead) return;
        to.destroy();
        pairs.delete(pair);
      });
      if (holed) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    blackhole() {
      holed = true;
      for (const pair of pairs) {
        pair.dead = true;
        pair.near.pause();
        pair.far.pause();
      }
    },
    heal({ alive = false } = {}) {
      holed = false;
      for (const pair of pairs) {
        if (!pair.dead || !alive) continue;
        pair.dead = false;
        pair.near.resume();
        pair.far.resume();
      }
    },
    cut() {
      for (const { near, far } of pairs) {
        near.resetAndDestroy();
        far.resetAndDestroy();
      }
      pairs.clear();
    },
    async [Symbol.asyncDispose]() {
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      server.close();
    },
  };
}
