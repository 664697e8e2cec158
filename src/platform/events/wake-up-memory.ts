import type { WakeUp } from './wake-up.js';

/** Wakes the hubs of this process only: for the embedded database, which has but one. */
export function createMemoryWakeUp(): WakeUp {
  const hints = new Set<(position: number) => void>();
  let stopped = false;
  return {
    announce(position) {
      if (stopped) return;
      for (const hint of hints) hint(position);
    },
    onHint(hint) {
      hints.add(hint);
      return () => hints.delete(hint);
    },
    async start() {
      stopped = false;
    },
    async stop() {
      stopped = true;
    },
  };
}
