export interface Lanes {
  /** How many works are under way. */
  readonly underWay: number;
  /** How many more may begin where so many may be under way, or aside. */
  room(most: number): number;
  begin(work: () => Promise<void>): void;
  /** Resolves when something has ended or moved aside. */
  change(): Promise<void>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export interface LanesOptions {
  /** After so long in real milliseconds a work makes room for another. */
  readonly slowAfterMs: number;
  /** So many may be aside at most. */
  readonly mostAside: number;
}

/** Works side by side, where those that take long move aside and do not hold the others up. */
export function createLanes({ slowAfterMs, mostAside }: LanesOptions): Lanes {
  const underWay = new Set<Promise<void>>();
  let waiting: (() => void)[] = [];
  let slow = 0;

  function changed(): void {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  }

  return {
    get underWay() {
      return underWay.size;
    },
    room: (most) => Math.max(0, most - (underWay.size - Math.min(slow, mostAside))),
    begin(work) {
      let isSlow = false;
      const timer = setTimeout(() => {
        isSlow = true;
        slow += 1;
        changed();
      }, slowAfterMs);
      const working: Promise<void> = work().finally(() => {
        clearTimeout(timer);
        if (isSlow) slow -= 1;
        underWay.delete(working);
        changed();
      });
      underWay.add(working);
    },
    change: () => new Promise((resolve) => waiting.push(resolve)),
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
