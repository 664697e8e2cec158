import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A connection of clients to a server that can be disturbed as networks do. */
export interface TestProxy extends AsyncDisposable {
  readonly port: number;
  /** Connections that were made, in all. */
  readonly connections: number;
  /** Ends all that are open, both ways, at once. */
  cut(): void;
  /** All that are open stay open, and carry nothing more. */
  silence(): void;
  /** Ends one direction of all that are open: the client is told that nothing more comes. */
  halfClose(): void;
}

export async function startProxy(targetPort: number): Promise<TestProxy> {
  const pairs = new Set<{ client: Socket; server: Socket }>();
  let connections = 0;
  const listener = createServer({ allowHalfOpen: true }, (client) => {
    connections += 1;
    const server = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const pair = { client, server };
    pairs.add(pair);
    for (const socket of [client, server]) {
      socket.on('error', () => {});
      socket.on('close', () => {
        pairs.delete(pair);
        client.destroy();
        server.destroy();
      });
    }
    client.pipe(server);
    server.pipe(client);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const { client } of pairs) client.resetAndDestroy();
  };
  return {
    port: (listener.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    cut,
    silence() {
      for (const { client, server } of pairs) {
        client.unpipe(server);
        server.unpipe(client);
        // What comes is taken and dropped, as by a network that lost the connection.
        client.resume();
        server.resume();
      }
    },
    halfClose() {
      for (const { client, server } of pairs) {
        server.unpipe(client);
        server.resume();
        client.end();
      }
    },
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
