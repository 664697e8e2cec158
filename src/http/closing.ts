import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface Closing {
  /**
   * Takes no more requests and lets those be answered that have come, for as long as `withinMs`; then everything is cut off,
   * WebSockets that did not say goodbye as well. Event streams, which have no end, are cut off at once.
   */
  close(withinMs: number): Promise<void>;
}

/** Watches the open requests of a server, so that it can be closed without breaking off their answers. */
export function closingOf(server: Server): Closing {
  const sockets = new Set<Socket>();
  const open = new Map<ServerResponse, IncomingMessage>();
  let closing = false;
  // The same function for all: thousands of WebSockets stay open.
  function forget(this: Socket): void {
    sockets.delete(this);
  }
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', forget);
  });
  // First of all listeners, while the answer has not begun.
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    open.set(response, request);
    response.once('close', () => open.delete(response));
    if (closing) isLast(response);
  });
  return {
    async close(withinMs) {
      if (!server.listening) return;
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      for (const [response, request] of open) {
        if (isEventStream(request, response)) response.destroy();
        else isLast(response);
      }
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, withinMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** Said, so that a client sends its next request elsewhere and not into a connection about to be closed. */
function isLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

/** Asked for one, and it has begun: any other answer ends as soon as it begins. */
function isEventStream({ headers }: IncomingMessage, { headersSent }: ServerResponse): boolean {
  return headersSent && headers.accept?.includes('text/event-stream') === true;
}
