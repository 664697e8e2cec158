import { createServer, type Socket } from 'node:net';
import { listen } from './listen.js';

/** What a server does that means harm, or is broken: it may begin as a good one would. */
export const HOSTILITIES = {
  'says nothing': () => {},
  'answers 101': (socket: Socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
  'sends half a header': (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Le'),
  'sends a body without end': (socket: Socket) => {
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
    drip(socket, '1\r\nx\r\n');
  },
  'greets drop by drop': (socket: Socket) => drip(socket, '220-x\r\n'),
  'sends a bulk reply without end': (socket: Socket) => {
    socket.write('$999999999\r\n');
    drip(socket, 'x');
  },
  'sends garbage': (socket: Socket) => socket.write(Buffer.alloc(64, 0x16)),
  'resets the connection': (socket: Socket) => socket.resetAndDestroy(),
  'closes at once': (socket: Socket) => socket.end(),
} as const satisfies Record<string, (socket: Socket) => unknown>;

export type Hostility = keyof typeof HOSTILITIES;

export interface HostileServer extends AsyncDisposable {
  readonly port: number;
}

function drip(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), 20);
  socket.on('close', () => clearInterval(timer));
}

/** A server that treats each connection so, once the client has spoken where clients speak first. */
export async function startHostileServer(
  hostility: Hostility,
  { clientSpeaksFirst = true } = {},
): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (clientSpeaksFirst) socket.once('data', () => HOSTILITIES[hostility](socket));
    else HOSTILITIES[hostility](socket);
    socket.resume();
  });
  const port = await listen(server);
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
