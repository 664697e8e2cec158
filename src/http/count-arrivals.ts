import type { Plugin } from 'graphql-yoga';
import type { Rate } from '../domain/bucket.js';
import { TooManyRequestsError } from '../domain/errors.js';
import { rateHeaders, type Throttle } from '../platform/limits/throttle.js';

export interface ArrivalCount {
  readonly plugin: Plugin;
  /** The rates that the answer to a request reports: the last one noted counts. */
  note(request: Request, rate: Rate | null): void;
}

/** Counts every GraphQL request against its address, and reports the rates in each answer. */
export function countArrivals(
  throttle: Throttle,
  addressOf: (request: Request, serverContext: object) => string,
): ArrivalCount {
  const rates = new WeakMap<Request, Rate>();
  function note(request: Request, rate: Rate | null): void {
    if (rate) rates.set(request, rate);
  }
  return {
    note,
    plugin: {
      async onRequestParse({ request, serverContext }) {
        try {
          note(request, await throttle.arrival(addressOf(request, serverContext)));
        } catch (error) {
          if (error instanceof TooManyRequestsError) note(request, error.rate);
          throw error;
        }
      },
      onResponse({ request, response: { headers } }) {
        const rate = rates.get(request);
        if (!rate || headers.has('ratelimit-limit')) return;
        for (const [name, value] of Object.entries(rateHeaders(rate))) headers.set(name, value);
      },
    },
  };
}
