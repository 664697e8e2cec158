import { TooManySubscriptionsError } from '../errors.js';
import type { Limits } from '../limits.js';
import { createOpenCounts } from '../rate-limits/open-counts.js';

/** Who subscribes, and over which connection. */
export interface Subscriber {
  readonly identity: string;
  /** One per connection: it ends with it. */
  readonly signal: AbortSignal;
}

/**
 * Caps the subscriptions that are open, per connection and per identity.
 * @returns a function that counts one more, unless there are too many, and returns how it is counted off
 */
export function limitSubscriptions({ perSocket, perIdentity }: Limits['subscriptions']) {
  const bySocket = createOpenCounts<AbortSignal>(perSocket);
  const byIdentity = createOpenCounts<string>(perIdentity);

  /** @throws TooManySubscriptionsError */
  return function count({ identity, signal }: Subscriber): () => void {
    if (!bySocket.open(signal)) throw tooMany('This connection', perSocket);
    if (!byIdentity.open(identity)) {
      bySocket.close(signal);
      throw tooMany('You', perIdentity);
    }
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      bySocket.close(signal);
      byIdentity.close(identity);
    };
  };
}

function tooMany(who: string, limit: number): TooManySubscriptionsError {
  const has = who === 'You' ? 'have' : 'has';
  return new TooManySubscriptionsError(
    `${who} ${has} ${limit} subscriptions open already, more are not allowed: end one first.`,
  );
}
