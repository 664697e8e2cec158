import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

export interface Listeners {
  /** When the last of them had so many more events than at the call, in nanoseconds. */
  arrived(count: number): Promise<number>;
  /** When each event came, of each listener, since the last call of `arrived`. */
  readonly arrivals: readonly Float64Array[];
  readonly messageBytes: number;
  close(): void;
}

/** Sockets that do nothing but note when something came. */
export async function listen(
  server: { url: string; token: string },
  count: number,
  subscription?: string,
): Promise<Listeners> {
  let expected = 0;
  let messageBytes = 0;
  // Not arrays: millions of objects would make the garbage collector hold up the clock.
  let arrivals: Float64Array[] = [];
  const counts = new Uint32Array(count);
  let missing = 0;
  let allArrived: (at: number) => void = () => {};

  function note(index: number, bytes: number): void {
    messageBytes = bytes;
    const at = Number(process.hrtime.bigint());
    const mine = arrivals[index];
    const nth = counts[index];
    if (!mine || nth === undefined) return;
    mine[nth] = at;
    counts[index] = nth + 1;
    if (nth + 1 !== expected) return;
    missing -= 1;
    if (missing === 0) allArrived(at);
  }

  const sockets: WebSocket[] = [];
  // Not all at once: the queue of a listening socket is short.
  while (sockets.length < count) {
    const first = sockets.length;
    const opened = Array.from({ length: Math.min(100, count - first) }, (_, offset) =>
      open(server, (bytes) => note(first + offset, bytes), subscription),
    );
    sockets.push(...(await Promise.all(opened)));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));

  return {
    arrived(more) {
      expected = more;
      arrivals = sockets.map(() => new Float64Array(more));
      counts.fill(0);
      missing = sockets.length;
      return new Promise((resolve) => {
        allArrived = resolve;
      });
    },
    get arrivals() {
      return arrivals;
    },
    get messageBytes() {
      return messageBytes;
    },
    close() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

async function open(
  { url, token }: { url: string; token: string },
  onEvent: (bytes: number) => void,
  subscription?: string,
): Promise<WebSocket> {
  const address = `${url.replace('http', 'ws')}/graphql`;
  const socket = new WebSocket(address, subscription ? 'graphql-transport-ws' : []);
  let connection: Socket | undefined;
  socket.once('upgrade', (response) => {
    connection = response.socket;
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  if (!subscription) {
    countFrames(socket, connection, onEvent);
    return socket;
  }
  const acknowledged = new Promise((resolve) => socket.once('message', resolve));
  const payload = { authorization: `Bearer ${token}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await acknowledged;
  countFrames(socket, connection, onEvent);
  const subscribe = { id: '1', type: 'subscribe', payload: { query: subscription } };
  socket.send(JSON.stringify(subscribe));
  return socket;
}

const PING = 9;

/**
 * Looks at nothing but the headers of frames: what the many ends of a broadcast take of this machine is not what is
 * measured. Messages must be in one frame each and shorter than 64 KiB.
 */
function countFrames(
  socket: WebSocket,
  connection: Socket | undefined,
  onEvent: (bytes: number) => void,
): void {
  let kept: Buffer = Buffer.alloc(0);
  connection?.removeAllListeners('data');
  connection?.on('data', (chunk: Buffer) => {
    const bytes = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    let at = 0;
    while (at + 2 <= bytes.length) {
      const short = (bytes[at + 1] ?? 0) & 127;
      const head = short === 126 ? 4 : 2;
      if (at + head > bytes.length) break;
      const length = short === 126 ? bytes.readUInt16BE(at + 2) : short;
      if (at + head + length > bytes.length) break;
      if (((bytes[at] ?? 0) & 15) === PING) socket.pong();
      else onEvent(length);
      at += head + length;
    }
    kept = Buffer.from(bytes.subarray(at));
  });
}
