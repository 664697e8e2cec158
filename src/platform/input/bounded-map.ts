/** A map that forgets what was used least recently, so that nobody can make it grow without end. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  readonly size: number;
}

/** What entries weigh by their keys, where they are not all of one size, and how much they may in all. */
export interface Weight<Key> {
  readonly most: number;
  readonly of: (key: Key) => number;
}

export function createBoundedMap<Key, Value>(
  maxEntries: number,
  weight: Weight<Key> = { most: Number.POSITIVE_INFINITY, of: () => 0 },
): BoundedMap<Key, Value> {
  // A Map keeps the order of insertion: first is what was used least recently.
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
