import { binaries } from './binaries.js';
import { type Child, startChild } from './child.js';
import { freePort } from './free-port.js';

/** A Redis of the test's own, which keeps nothing. */
export interface RedisServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let server: Child | undefined;
  async function start(): Promise<void> {
    const args = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    server = startChild([binaries.redis ?? '', args]);
    await server.saying(/Ready to accept connections/);
  }
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    kill: async () => server?.kill(),
    [Symbol.asyncDispose]: async () => server?.kill(),
  };
}
