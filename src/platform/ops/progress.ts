/** A start that takes longer than this reports its steps. */
const QUIET_MS = 1_000;

export interface Progress {
  /** Names the next step, as in "opening the database". */
  at(step: string): void;
  done(): void;
}

/** Says each step of a start that takes longer than a second, from the one it is at then. */
export function createProgress(say: (line: string) => void): Progress {
  const begun = performance.now();
  let current = '';
  let said = '';
  const timer = setTimeout(sayCurrent, QUIET_MS);

  function sayCurrent(): void {
    if (current === said) return;
    said = current;
    say(`Leadwarden is starting: ${current} …`);
  }

  return {
    at(step) {
      current = step;
      // The step may well keep the timer from its turn.
      if (performance.now() - begun >= QUIET_MS) sayCurrent();
    },
    done() {
      clearTimeout(timer);
    },
  };
}
