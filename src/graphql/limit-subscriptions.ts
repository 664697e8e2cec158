import { TooManySubscriptionsError } from '../errors.js';
import { createOpenCounts } from '../rate-limits/open-counts.js';

/**
 * Caps the subscriptions that one identity has open, over all its connections.
 * @returns a function that counts one more, unless there are too many, and returns how it is counted off
 */
export function limitSubscriptions(limit: number) {
  const open = createOpenCounts<string>(limit);

  /** @throws TooManySubscriptionsError */
  return function count(identity: string): () => void {
    if (!open.open(identity)) throw tooManySubscriptions('You', limit);
    let isOpen = true;
    return () => {
      if (isOpen) open.close(identity);
      isOpen = false;
    };
  };
}

export function tooManySubscriptions(
  who: 'You' | 'This connection',
  limit: number,
): TooManySubscriptionsError {
  const has = who === 'You' ? 'have' : 'has';
  return new TooManySubscriptionsError(
    `${who} ${has} ${limit} subscriptions open already, more are not allowed: end one first.`,
  );
}
