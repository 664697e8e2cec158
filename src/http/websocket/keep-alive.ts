import type { WebSocket, WebSocketServer } from 'ws';

/** How often sockets are asked whether they are still there; one that has not answered by the next time is cut off. */
const KEEP_ALIVE_MS = 12_000;

/** Cuts off sockets that no longer answer, with one timer for all of them. */
export function keepAlive(sockets: WebSocketServer): { stop(): void } {
  const silent = new WeakSet<WebSocket>();
  function hear(this: WebSocket): void {
    silent.delete(this);
  }
  sockets.on('connection', (socket) => socket.on('pong', hear));
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        silent.add(socket);
        socket.ping();
      }
    }
  }, KEEP_ALIVE_MS).unref();
  return { stop: () => clearInterval(pings) };
}
