/** A writer with data to write. */
export interface Writer {
  /** Writes all of it. */
  flush(): void;
}

/** So many are written to in one go while nothing piles up: the first clients read while the last are written to. */
const GO = 50;

/**
 * Holds back writes until the end of the turn of the event loop, so that messages that come together leave together:
 * a call of the system costs more than the bytes of several events. After writing it rests for as long as that took.
 * So events that come faster than they can be written to all clients are written in fewer calls, and do not pile up.
 * One that comes alone does not wait until all have theirs.
 * @returns a function that takes a writer which had nothing to write and now has
 */
export function createWriteGatherer(): (writer: Writer) => void {
  let held: Writer[] = [];
  let restsUntil = 0;
  let isPlanned = false;
  /** Those that wrote in this turn, as long as there is one message for each; null if it is time to rest. */
  let written: Set<Writer> | null = null;
  let spentMs = 0;

  function write(): void {
    const writers = held;
    held = [];
    const began = performance.now();
    for (const writer of writers) {
      writer.flush();
      written?.add(writer);
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

  return function hold(writer) {
    if (!isPlanned) plan();
    if (written?.has(writer)) written = null;
    if (written && held.length === GO) write();
    held.push(writer);
  };
}
