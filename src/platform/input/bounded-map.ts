/** A map that drops its least recently used entries, so that no client can make it grow without bound. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  readonly size: number;
}

/** Weight of each entry by its key, if entries differ in size, and the limit of their sum. */
export interface Weight<Key> {
  readonly most: number;
  readonly of: (key: Key) => number;
}

export function createBoundedMap<Key, Value>(
  maxEntries: number,
  weight: Weight<Key> = { most: Number.POSITIVE_INFINITY, of: () => 0 },
): BoundedMap<Key, Value> {
  // A Map keeps the order of insertion: the first entry was used least recently.
  const entries = new Map<Key, Value>();
  let sum = 0;
  function remove(key: Key): void {
    if (entries.delete(key)) sum -= weight.of(key);
  }
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      entries.set(key, value);
      sum += weight.of(key);
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries && sum <= weight.most) break;
        remove(oldest);
      }
    },
    delete: remove,
    get size() {
      return entries.size;
    },
  };
}
