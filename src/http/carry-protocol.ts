import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket, WebSocketServer } from 'ws';

/** How often sockets are asked whether they are still there; one that has not answered by the next time is cut off. */
const KEEP_ALIVE_MS = 12_000;

/** How long a socket may take to say goodbye when the server stops. */
const FAREWELL_MS = 1_000;

const GOING_AWAY = 1001;
const INTERNAL_ERROR = 4500;

export interface CarriedSocket {
  readonly socket: WebSocket;
}

/**
 * Carries a protocol of graphql-ws over `ws`, as the adapter of graphql-ws does, but for three things: what goes wrong
 * goes to our log and not to the console, all sockets share one timer, and an open subscription keeps neither the
 * request that opened its socket nor the bytes that asked for it.
 */
export function carryProtocol<Extra extends CarriedSocket & Record<PropertyKey, unknown>>(
  sockets: WebSocketServer,
  protocol: Server<Extra>,
  stateOf: (socket: WebSocket, request: IncomingMessage) => Extra,
  log: Logger,
): { stop(): Promise<void> } {
  const silent = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        silent.add(socket);
        socket.ping();
      }
    }
  }, KEEP_ALIVE_MS).unref();

  sockets.on('connection', (socket, request) => {
    socket.on('pong', () => silent.delete(socket));
    socket.on('error', (error) => logError(error, log));
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        // What cannot be sent any more is no failure of whoever sends it: the socket closes.
        send: (data) =>
          new Promise((resolve) => {
            if (socket.readyState === socket.OPEN) socket.send(data, () => resolve());
            else resolve();
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage(take) {
          socket.on('message', (data) => {
            take(String(data)).catch((error: unknown) => {
              log.error({ err: error }, 'a message over WebSocket could not be dealt with');
              socket.close(INTERNAL_ERROR, 'Internal server error');
            });
          });
        },
      },
      stateOf(socket, request),
    );
    socket.once('close', (code, reason) => {
      void closed(code, String(reason));
    });
  });

  return {
    async stop() {
      clearInterval(pings);
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

function logError(error: Error & { code?: unknown }, log: Logger): void {
  const { code } = error;
  // Those are about what the client sent, which anybody can: no reason to wake anybody.
  const isClients = typeof code === 'string' && code.startsWith('WS_ERR_');
  if (isClients) log.debug({ code }, 'a client broke the WebSocket protocol');
  else log.warn({ err: error }, 'a WebSocket failed');
}
