/** Counts the open sockets or subscriptions of each key. */
export interface OpenCounts<Key> {
  /** One more, unless that is too many. */
  open(key: Key): boolean;
  close(key: Key): void;
  isFull(key: Key): boolean;
}

export function createOpenCounts<Key>(limit: number): OpenCounts<Key> {
  // Keys go when their count is zero, so it is no larger than what is open.
  const counts = new Map<Key, number>();
  const isFull = (key: Key) => (counts.get(key) ?? 0) >= limit;
  return {
    isFull,
    open(key) {
      if (isFull(key)) return false;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return true;
    },
    close(key) {
      const count = counts.get(key) ?? 0;
      if (count > 1) counts.set(key, count - 1);
      else counts.delete(key);
    },
  };
}
