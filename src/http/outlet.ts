import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Outlet } from '../graphql/context.js';

/** Bytes that may wait for a client that reads slowly, for all its subscriptions together. */
const MAX_WAITING_BYTES = 256 * 1024;

export interface OutletOptions {
  readonly socket: WebSocket;
  /** What the socket runs over. */
  readonly connection: Socket;
  /** See gather-writes.ts. */
  readonly hold: (connection: Socket) => void;
  readonly id: string;
}

/** Writes the results of one subscription to the socket as graphql-transport-ws has them. */
export function createOutlet({ socket, connection, hold, id }: OutletOptions): Outlet {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  let draining: Promise<void> | undefined;
  return {
    flow: undefined,
    write(result) {
      if (socket.readyState !== socket.OPEN) return false;
      const message = `${head}${result}}`;
      hold(connection);
      if (socket.bufferedAmount < MAX_WAITING_BYTES) {
        socket.send(message);
        return true;
      }
      // It is called when the message has left, and also when it never will.
      draining = new Promise((resolve) => socket.send(message, () => resolve()));
      return false;
    },
    async drained() {
      await draining;
    },
  };
}
