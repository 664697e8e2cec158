import type { IncomingMessage, Server } from 'node:http';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import type { Logger } from 'pino';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { LiveSessions } from '../../auth/live-sessions.js';
import type { Limits } from '../../limits.js';
import type { Throttle } from '../../rate-limits/throttle.js';
import type { Authenticate } from '../../rate-limits/throttle-sign-in.js';
import { identityOf } from '../execute-operations.js';
import type { Yoga } from '../yoga.js';
import { Connection } from './connection.js';
import { createWriteGatherer } from './gather-writes.js';
import type { SocketGuard } from './guard-sockets.js';
import { keepAlive } from './keep-alive.js';
import { createOperationRunner } from './run-operation.js';
import { createSocketSignIn, TRY_AGAIN_LATER } from './sign-in-socket.js';
import { createTransport } from './transport.js';

export interface WebSocketOptions {
  readonly server: Server;
  readonly yoga: Yoga;
  readonly authenticate: Authenticate;
  readonly guard: SocketGuard;
  readonly throttle: Throttle;
  readonly limits: Limits;
  readonly sessions: LiveSessions;
  readonly log: Logger;
}

/** How long a socket may take to say goodbye when the server stops. */
const FAREWELL_MS = 1_000;

const GOING_AWAY = 1001;

/** GraphQL over WebSocket (graphql-transport-ws), executed exactly as over HTTP. */
export function serveWebSocket(options: WebSocketOptions): { stop(): Promise<void> } {
  const { server, guard, limits, sessions, log } = options;
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: limits.bodyBytes,
    verifyClient: guard.verify,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
    autoPong: false,
  });
  sockets.on('error', (error) => log.error({ err: error }, 'WebSocket server failed'));
  const connections = new WeakMap<WebSocket, Connection>();
  const hold = createWriteGatherer();
  const transport = createTransport({
    initTimeoutMs: limits.sockets.initTimeoutMs,
    signIn: createSocketSignIn({ ...options, mostSockets: limits.sockets.perIdentity }),
    run: createOperationRunner(options),
    log,
  });
  const pings = keepAlive(sockets);

  function connect(socket: WebSocket, request: IncomingMessage): void {
    socket.on('error', fail);
    const address = guard.addressOf(request);
    if (!guard.admitsFrom(address)) {
      socket.close(TRY_AGAIN_LATER, 'Too many sockets');
      return;
    }
    const connection = new Connection(socket, request.socket, address, hold);
    connections.set(socket, connection);
    socket.on('message', receive).on('ping', answerPing).on('close', leave);
    transport.opened(connection);
  }

  // The same functions for all sockets: each of its own would take memory for as long as it is open.
  function receive(this: WebSocket, data: RawData): void {
    const connection = connections.get(this);
    if (connection) transport.received(connection, String(data));
  }
  function answerPing(this: WebSocket, data: Buffer): void {
    void connections.get(this)?.pong(data);
  }
  function leave(this: WebSocket): void {
    const connection = connections.get(this);
    if (!connection) return;
    const { session, address } = connection;
    connection.leave();
    if (session) sessions.unwatch(session, connection);
    guard.left(address, session && identityOf(session));
  }
  function fail(this: WebSocket, error: Error & { code?: unknown }): void {
    const { code } = error;
    // Those are about what the client sent, which anybody can: no reason to wake anybody.
    const isClients = typeof code === 'string' && code.startsWith('WS_ERR_');
    if (isClients) log.debug({ code }, 'a client broke the WebSocket protocol');
    else log.warn({ err: error }, 'a WebSocket failed');
  }

  sockets.on('connection', connect);
  return {
    async stop() {
      pings.stop();
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away');
      sockets.removeAllListeners('connection');
      const cut = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, FAREWELL_MS);
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
      clearTimeout(cut);
    },
  };
}
