import type { ExecutionResult } from 'graphql';
import { TooManySubscriptionsError } from '../errors.js';
import type { Limits } from '../limits.js';
import { createOpenCounts } from '../rate-limits/open-counts.js';

/** Who subscribes, and over which connection. */
export interface Subscriber {
  readonly identity: string;
  /** One per connection: it ends with it. */
  readonly signal: AbortSignal;
}

type Flow = AsyncIterableIterator<ExecutionResult>;

/**
 * Caps the subscriptions that are open, per connection and per identity.
 * @returns a function that subscribes unless there are too many
 */
export function limitSubscriptions({ perSocket, perIdentity }: Limits['subscriptions']) {
  const bySocket = createOpenCounts<AbortSignal>(perSocket);
  const byIdentity = createOpenCounts<string>(perIdentity);

  /** @throws TooManySubscriptionsError */
  function open({ identity, signal }: Subscriber): () => void {
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
  }

  return async (
    subscriber: Subscriber,
    subscribe: () => Promise<Flow | ExecutionResult>,
  ): Promise<Flow | ExecutionResult> => {
    const close = open(subscriber);
    try {
      const flow = await subscribe();
      if (Symbol.asyncIterator in flow) return closingFlow(flow, close);
      close();
      return flow;
    } catch (error) {
      close();
      throw error;
    }
  };
}

function tooMany(who: string, limit: number): TooManySubscriptionsError {
  const has = who === 'You' ? 'have' : 'has';
  return new TooManySubscriptionsError(
    `${who} ${has} ${limit} subscriptions open already, more are not allowed: end one first.`,
  );
}

/** Counts as open until it has ended, from either side. */
function closingFlow(flow: Flow, close: () => void): Flow {
  const closing: Flow = {
    [Symbol.asyncIterator]: () => closing,
    async next() {
      try {
        const result = await flow.next();
        if (result.done) close();
        return result;
      } catch (error) {
        close();
        throw error;
      }
    },
    async return() {
      close();
      return (await flow.return?.()) ?? { done: true, value: undefined };
    },
  };
  return closing;
}
