import type { LoggedEvent } from '../../domain/events.js';

/** The newest events of the log, at most `capacity` of them, shared by all readers. */
export interface Ring {
  /** Appends; positions are contiguous. The oldest event makes room. */
  push(event: LoggedEvent): void;
  /** The next events behind the position, one to `limit` of them; null when the ring does not hold them. */
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
      return events.length > 0 ? events : null;
    },
    clear() {
      slots.length = 0;
      newest = 0;
    },
  };
}
