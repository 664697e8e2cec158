import type { Socket } from 'node:net';

/** So many sockets are written to in one go while nothing piles up: the first clients read while the last are written to. */
const GO = 50;

/**
 * Holds back what is written to a socket until the end of the turn of the event loop, so that messages that come
 * together leave together: a call of the system costs more than the bytes of several events. After writing it rests for
 * as long as that took. So events that come faster than they can be written to everybody are written fewer times, and
 * do not pile up. One that comes alone does not wait until all have theirs.
 */
export function createWriteGatherer(): (socket: Socket) => void {
  let held: Socket[] = [];
  let restsUntil = 0;
  let isPlanned = false;
  /** Those written to in this turn, as long as there is one message for each; null if it is time to rest. */
  let written: Set<Socket> | null = null;
  let spentMs = 0;

  function write(): void {
    const sockets = held;
    held = [];
    const began = performance.now();
    for (const socket of sockets) {
      socket.uncork();
      written?.add(socket);
    }
    spentMs += performance.now() - began;
  }

  function finish(): void {
    isPlanned = false;
    write();
    written = null;
    restsUntil = performance.now() + spentMs;
    spentMs = 0;
  }

  function plan(): void {
    isPlanned = true;
    const restMs = restsUntil - performance.now();
    if (restMs >= 1) setTimeout(finish, restMs);
    else {
      written = new Set();
      setImmediate(finish);
    }
  }

  return function hold(socket) {
    if (socket.writableCorked > 0) return;
    if (!isPlanned) plan();
    if (written?.has(socket)) written = null;
    if (written && held.length === GO) write();
    socket.cork();
    held.push(socket);
  };
}
