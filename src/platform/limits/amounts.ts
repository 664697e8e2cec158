import type { Limits } from '../input/limits.js';

/** The amounts held at a moment, such as bytes, by key and in total. */
export interface Amounts {
  /** So much more, unless that is too much. */
  take(key: string, amount: number): boolean;
  give(key: string, amount: number): void;
}

export interface AmountLimits {
  readonly perKey: number;
  readonly inAll: number;
}

export function createAmounts({ perKey, inAll }: AmountLimits): Amounts {
  // Keys go when they hold nothing, so it is no larger than what is held.
  const held = new Map<string, number>();
  let sum = 0;
  return {
    take(key, amount) {
      const mine = (held.get(key) ?? 0) + amount;
      if (mine > perKey || sum + amount > inAll) return false;
      held.set(key, mine);
      sum += amount;
      return true;
    },
    give(key, amount) {
      const mine = (held.get(key) ?? 0) - amount;
      if (mine > 0) held.set(key, mine);
      else held.delete(key);
      sum -= amount;
    },
  };
}

/** The share of one holder, which takes it little by little and returns it at once. */
export interface Holding {
  take(amount: number): boolean;
  release(): void;
}

export function createHolding(amounts: Amounts, key: string): Holding {
  let held = 0;
  let isReleased = false;
  return {
    take(amount) {
      if (isReleased || !amounts.take(key, amount)) return false;
      held += amount;
      return true;
    },
    release() {
      if (!isReleased && held > 0) amounts.give(key, held);
      isReleased = true;
    },
  };
}

/** The bytes received and not yet processed, by address. */
export interface PendingBytes {
  readonly known: Amounts;
  /** Of clients that have not signed in; however many they are, they leave room for the others. */
  readonly unknown: Amounts;
}

export function createPendingBytes({ perAddress, inAll }: Limits['pendingBytes']): PendingBytes {
  return {
    known: createAmounts({ perKey: perAddress, inAll }),
    unknown: createAmounts({ perKey: perAddress / 4, inAll: inAll / 4 }),
  };
}
