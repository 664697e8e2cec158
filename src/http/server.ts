import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Session } from '../auth/authenticate.js';
import { serveWebSocket } from './websocket.js';
import type { Yoga } from './yoga.js';

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly yoga: Yoga;
  readonly authenticate: (authorization: string) => Promise<Session>;
  readonly clock: () => Date;
  readonly log: Logger;
}

export interface HttpServer {
  /** Resolves with the address listened on, such as `http://127.0.0.1:4000`. */
  start(): Promise<string>;
  /** Takes no more requests, gives those under way a moment, then cuts them off. */
  stop(): Promise<void>;
}

/** How long requests may take to end when the server stops. */
const DRAIN_MS = 1_000;

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { host, port, yoga, authenticate, clock, log } = options;
  const server = createServer(yoga);
  const webSocket = serveWebSocket({ server, yoga, authenticate, clock, log });
  return {
    async start() {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return addressOf(server, host);
    },
    async stop() {
      await webSocket.stop();
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
