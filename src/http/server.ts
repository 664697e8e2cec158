import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { LiveSessions } from '../auth/live-sessions.js';
import type { Config } from '../config.js';
import type { Throttle } from '../rate-limits/throttle.js';
import type { Authenticate } from '../rate-limits/throttle-sign-in.js';
import { closingOf } from './closing.js';
import { discardRest } from './discard-rest.js';
import { listen } from './listen.js';
import { guardSockets } from './websocket/guard-sockets.js';
import { serveWebSocket } from './websocket/serve-websocket.js';
import type { Yoga } from './yoga.js';

export interface HttpServerOptions {
  readonly config: Pick<
    Config,
    'host' | 'port' | 'publicUrl' | 'corsOrigins' | 'trustedProxies' | 'limits'
  >;
  readonly yoga: Yoga;
  readonly authenticate: Authenticate;
  readonly throttle: Throttle;
  readonly sessions: LiveSessions;
  readonly log: Logger;
}

export interface HttpServer {
  /** Resolves with the address listened on, such as `http://127.0.0.1:4000`. */
  start(): Promise<string>;
  /** Takes no more requests, gives those under way a moment, then cuts them off. Subscribers are cut off at once. */
  stop(): Promise<void>;
}

/** How long requests may take to end when the server stops. */
const DRAIN_MS = 2_500;

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { config, yoga, authenticate, throttle, sessions, log } = options;
  const { host, port, limits } = config;
  const server = createServer((request, response) => {
    discardRest(request, response);
    void yoga(request, response);
  });
  const closing = closingOf(server);
  const guard = guardSockets(config, limits.sockets, throttle);
  const socketOptions = { server, yoga, authenticate, guard, throttle, limits };
  const webSocket = serveWebSocket({ ...socketOptions, sessions, log });
  return {
    async start() {
      await listen(server, { host, port });
      return addressOf(server, host);
    },
    async stop() {
      await Promise.all([closing.close(DRAIN_MS), webSocket.stop(DRAIN_MS)]);
    },
  };
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
