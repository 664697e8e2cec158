import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import type { Logger } from 'pino';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { LiveSessions } from '../../features/sign-in/live-sessions.js';
import type { Limits } from '../../platform/input/limits.js';
import { createPendingBytes } from '../../platform/limits/amounts.js';
import type { Throttle } from '../../platform/limits/throttle.js';
import type { Authenticate } from '../../platform/limits/throttle-sign-in.js';
import { identityOf } from '../execute-operations.js';
import type { Yoga } from '../yoga.js';
import { Connection, createTails, TRY_AGAIN_LATER } from './connection.js';
import { createWriteGatherer } from './gather-writes.js';
import type { SocketGuard } from './guard-sockets.js';
import { createOperationRunner } from './run-operation.js';
import { createSocketSignIn } from './sign-in-socket.js';
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

/** How often clients are asked whether they are still there. */
const PING_MS = 12_000;

const GOING_AWAY = 1001;

export interface WebSocketService {
  /** Answers open requests and closes all sockets; those that are left after `withinMs` are cut off. */
  stop(withinMs: number): Promise<void>;
}

/** GraphQL over WebSocket (graphql-transport-ws), executed exactly as over HTTP. */
export function serveWebSocket(options: WebSocketOptions): WebSocketService {
  const { server, guard, limits, sessions, log } = options;
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: limits.bodyBytes,
    verifyClient: guard.verify,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
    // Both are done here.
    autoPong: false,
    clientTracking: false,
  });
  sockets.on('error', (error) => log.error({ err: error }, 'WebSocket server failed'));
  const connections = new Map<WebSocket, Connection>();
  let whenEmpty = () => {};
  const byTcp = new WeakMap<Socket, Connection>();
  const wire = {
    hold: createWriteGatherer(),
    tailOf: createTails(),
    mostBytes: limits.bodyBytes,
    pending: createPendingBytes(limits.pendingBytes),
  };
  const transport = createTransport({
    initTimeoutMs: limits.sockets.initTimeoutMs,
    signIn: createSocketSignIn({ ...options, mostSockets: limits.sockets.perIdentity }),
    run: createOperationRunner(options),
    log,
  });
  // One timer for all of them.
  const pings = setInterval(() => {
    for (const connection of connections.values()) connection.ping();
  }, PING_MS).unref();

  function connect(socket: WebSocket, request: IncomingMessage): void {
    socket.on('error', fail);
    const address = guard.addressOf(request);
    if (!guard.admitsFrom(address)) {
      socket.close(TRY_AGAIN_LATER, 'Too many sockets');
      return;
    }
    const connection = new Connection(socket, request.socket, address, wire);
    connections.set(socket, connection);
    byTcp.set(request.socket, connection);
    // Before `ws` makes a message of it.
    request.socket.prependListener('data', count);
    socket.on('message', receive).on('ping', answer).on('pong', hear).on('close', leave);
    transport.opened(connection);
  }

  // The same functions for all sockets: each of its own would take memory for as long as it is open.
  function count(this: Socket, chunk: Buffer): void {
    byTcp.get(this)?.arrived(chunk.byteLength);
  }
  function receive(this: WebSocket, data: RawData): void {
    const connection = connections.get(this);
    if (!connection) return;
    const { length } = data as Buffer;
    connection.began(length);
    void transport.received(connection, String(data)).then(() => connection.settled(length));
  }
  function answer(this: WebSocket, data: Buffer): void {
    void connections.get(this)?.pong(data);
  }
  function hear(this: WebSocket): void {
    connections.get(this)?.heard();
  }
  function leave(this: WebSocket): void {
    const connection = connections.get(this);
    if (!connection) return;
    connections.delete(this);
    const { session, address } = connection;
    connection.leave();
    if (session) sessions.unwatch(session, connection);
    guard.left(address, session && identityOf(session));
    if (connections.size === 0) whenEmpty();
  }
  function fail(this: WebSocket, error: Error & { code?: unknown }): void {
    const { code } = error;
    // These errors are about the client's messages, which any client can send: no reason for an alarm.
    const isClients = typeof code === 'string' && code.startsWith('WS_ERR_');
    if (isClients) log.debug({ code }, 'a client broke the WebSocket protocol');
    else log.warn({ err: error }, 'a WebSocket failed');
  }

  sockets.on('connection', connect);
  return {
    async stop(withinMs) {
      clearInterval(pings);
      sockets.close();
      if (connections.size === 0) return;
      const empty = new Promise<void>((resolve) => {
        whenEmpty = resolve;
      });
      for (const connection of [...connections.values()]) {
        connection.closeWhenAnswered(GOING_AWAY, 'Going away');
      }
      const cut = setTimeout(() => {
        for (const socket of connections.keys()) socket.terminate();
      }, withinMs);
      await empty;
      clearTimeout(cut);
    },
  };
}
