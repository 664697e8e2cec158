import { TooManySubscriptionsError } from '../../domain/errors.js';
import type { Limits } from '../../platform/input/limits.js';
import { createAmounts } from '../../platform/limits/amounts.js';
import { createOpenCounts } from '../../platform/limits/open-counts.js';

type SubscriptionLimits = Pick<Limits['subscriptions'], 'perIdentity' | 'bytesPerIdentity'>;

/**
 * Limits the subscriptions that one identity has open, over all its connections, and the bytes that they occupy.
 * @returns a function that counts one more, unless there are too many, and returns how it is counted off
 */
export function limitSubscriptions({ perIdentity, bytesPerIdentity }: SubscriptionLimits) {
  const open = createOpenCounts<string>(perIdentity);
  const kept = createAmounts({ perKey: bytesPerIdentity, inAll: Number.MAX_SAFE_INTEGER });

  /** @throws TooManySubscriptionsError */
  return function count(identity: string, bytes: number): () => void {
    if (!open.open(identity)) throw tooManySubscriptions('You', perIdentity);
    if (!kept.take(identity, bytes)) {
      open.close(identity);
      throw tooManyBytes('You', bytesPerIdentity);
    }
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      open.close(identity);
      kept.give(identity, bytes);
    };
  };
}

type Holder = 'You' | 'This connection';

export function tooManySubscriptions(who: Holder, limit: number): TooManySubscriptionsError {
  return new TooManySubscriptionsError(
    `${who} ${haveOf(who)} ${limit} subscriptions open already, more are not allowed: end one first.`,
  );
}

export function tooManyBytes(who: Holder, limit: number): TooManySubscriptionsError {
  return new TooManySubscriptionsError(
    `The documents, variables and ids of the subscriptions that ${who === 'You' ? 'you have' : 'this connection has'} open would have more than ${limit} bytes, which is not allowed: end one first, or send less.`,
  );
}

function haveOf(who: Holder): string {
  return who === 'You' ? 'have' : 'has';
}
