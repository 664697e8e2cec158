/** A map that forgets what was used least recently, so that nobody can make it grow without end. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  readonly size: number;
}

export function createBoundedMap<Key, Value>(maxEntries: number): BoundedMap<Key, Value> {
  // A Map keeps the order of insertion: first is what was used least recently.
  const entries = new Map<Key, Value>();
  function put(key: Key, value: Value): void {
    entries.delete(key);
    entries.set(key, value);
  }
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) put(key, value);
      return value;
    },
    set(key, value) {
      put(key, value);
      if (entries.size <= maxEntries) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
    delete(key) {
      entries.delete(key);
    },
    get size() {
      return entries.size;
    },
  };
}
