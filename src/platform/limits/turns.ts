import { LeadwardenError } from '../../domain/errors.js';

export interface TurnsOptions {
  /** So many at a time. */
  readonly atOnce: number;
  /** So many wait at most; one more is refused. */
  readonly waiting: number;
  /** The message for who is refused. */
  readonly refusal: string;
}

/** Lets few do at a time what takes much of the machine; the others wait in line. */
export interface Turns {
  /**
   * Resolves when it is one's turn, which lasts until the result is disposed of.
   * @throws LeadwardenError UNAVAILABLE if too many wait already; the reason of the signal if that ends the waiting
   */
  take(signal?: AbortSignal): Promise<Disposable>;
}

export function createTurns({ atOnce, waiting, refusal }: TurnsOptions): Turns {
  const line: (() => void)[] = [];
  let underWay = 0;

  function turn(): Disposable {
    underWay += 1;
    return {
      [Symbol.dispose]() {
        underWay -= 1;
        line.shift()?.();
      },
    };
  }

  return {
    async take(signal) {
      signal?.throwIfAborted();
      if (underWay < atOnce && line.length === 0) return turn();
      if (line.length >= waiting) throw new LeadwardenError('UNAVAILABLE', refusal);
      return new Promise((resolve, reject) => {
        const begin = () => {
          signal?.removeEventListener('abort', giveUp);
          resolve(turn());
        };
        const giveUp = () => {
          line.splice(line.indexOf(begin), 1);
          reject(signal?.reason);
        };
        line.push(begin);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
