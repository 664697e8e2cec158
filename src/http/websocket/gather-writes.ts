import type { Socket } from 'node:net';

/**
 * Holds back what is written to a socket until the end of the turn of the event loop, so that messages that come
 * together leave together: a call of the system costs more than the bytes of several events. After writing it rests for
 * as long as that took. So events that come faster than they can be written to everybody are written fewer times, and
 * do not pile up.
 */
export function createWriteGatherer(): (socket: Socket) => void {
  let held: Socket[] = [];
  let restsUntil = 0;

  function release(): void {
    const sockets = held;
    held = [];
    const began = performance.now();
    for (const socket of sockets) socket.uncork();
    const ended = performance.now();
    restsUntil = ended + (ended - began);
  }

  function plan(): void {
    const restMs = restsUntil - performance.now();
    if (restMs < 1) setImmediate(release);
    else setTimeout(release, restMs);
  }

  return function hold(socket) {
    if (socket.writableCorked > 0) return;
    if (held.length === 0) plan();
    socket.cork();
    held.push(socket);
  };
}
