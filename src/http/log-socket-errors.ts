import type { Logger } from 'pino';
import type { WebSocketServer } from 'ws';

/**
 * What goes wrong on a socket goes to our log: graphql-ws would print it to the console, and only the
 * first time, after which another one would end the process. `ws` has closed the socket by then, with
 * 1009 if a message was too large. Must be called behind `useServer`.
 */
export function logSocketErrors(sockets: WebSocketServer, log: Logger): void {
  sockets.on('connection', (socket) => {
    socket.removeAllListeners('error');
    socket.on('error', (error: Error & { code?: unknown }) => {
      const { code } = error;
      // Those are about what the client sent, which anybody can: no reason to wake anybody.
      const isClients = typeof code === 'string' && code.startsWith('WS_ERR_');
      if (isClients) log.debug({ code }, 'a client broke the WebSocket protocol');
      else log.warn({ err: error }, 'a WebSocket failed');
    });
  });
}
