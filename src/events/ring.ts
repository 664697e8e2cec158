import type { LoggedEvent } from '../domain/events.js';

/** The newest events of the log, at most `capacity` of them, shared by everybody who reads. */
export interface Ring {
  /** Appends; positions are contiguous. The oldest event makes room. */
  push(event: LoggedEvent): void;
  /** At most `limit` events behind the position, or null when the ring no longer reaches back so far. */
  after(position: number, limit: number): LoggedEvent[] | null;
  clear(): void;
}

export function createRing(capacity: number): Ring {
  const slots: LoggedEvent[] = [];
  let newest = 0;
  return {
    push(event) {
      slots[event.position % capacity] = event;
      newest = event.position;
    },
    after(position, limit) {
      const end = Math.min(newest, position + limit);
      const events: LoggedEvent[] = [];
      for (let at = position + 1; at <= end; at += 1) {
        const event = slots[at % capacity];
        if (event?.position !== at) return null;
        events.push(event);
      }
      return events;
    },
    clear() {
      slots.length = 0;
      newest = 0;
    },
  };
}
