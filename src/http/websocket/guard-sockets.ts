import type { IncomingMessage } from 'node:http';
import type { VerifyClientCallbackAsync } from 'ws';
import { TooManyRequestsError } from '../../domain/errors.js';
import type { Limits } from '../../platform/input/limits.js';
import { createOpenCounts } from '../../platform/limits/open-counts.js';
import type { Throttle } from '../../platform/limits/throttle.js';
import { createClientAddress } from '../client-address.js';
import type { HttpConfig } from '../http-config.js';
import { createOriginCheck } from '../origins.js';

export interface SocketGuard {
  /** Whether a socket may be opened, before it is. */
  readonly verify: VerifyClientCallbackAsync;
  addressOf(request: IncomingMessage): string;
  /** Counts one more socket against its address, unless it has too many. */
  admitsFrom(address: string): boolean;
  /** Counts it against its identity too, unless that has too many. */
  admitsAs(identity: string): boolean;
  /** Counts a socket off; the identity is null for one that had none. */
  left(address: string, identity: string | null): void;
}

export function guardSockets(
  config: Pick<HttpConfig, 'publicUrl' | 'corsOrigins' | 'trustedProxies'>,
  { perAddress, perIdentity }: Limits['sockets'],
  throttle: Throttle,
): SocketGuard {
  const isOriginAllowed = createOriginCheck(config);
  const clientAddress = createClientAddress(config.trustedProxies);
  const byAddress = createOpenCounts<string>(perAddress);
  const byIdentity = createOpenCounts<string>(perIdentity);

  function addressOf({ socket, headers }: IncomingMessage): string {
    const forwardedFor = [headers['x-forwarded-for'] ?? []].flat().join(',');
    return clientAddress({ remoteAddress: socket.remoteAddress, forwardedFor });
  }

  async function refusalOf(request: IncomingMessage): Promise<[number, string] | null> {
    const { origin, host } = request.headers;
    if (!isOriginAllowed(origin, host)) return [403, 'Pages of this origin may not connect'];
    const address = addressOf(request);
    try {
      await throttle.arrival(address);
    } catch (error) {
      if (error instanceof TooManyRequestsError) return [429, 'Too many requests'];
      throw error;
    }
    return byAddress.isFull(address) ? [429, 'Too many sockets from this address'] : null;
  }

  return {
    verify: ({ req }, answer) => {
      refusalOf(req).then(
        (refusal) => (refusal ? answer(false, ...refusal) : answer(true)),
        () => answer(false, 503, 'Not now'),
      );
    },
    addressOf,
    // Of several that were let in at once, the last may be too many after all.
    admitsFrom: (address) => byAddress.open(address),
    admitsAs: (identity) => byIdentity.open(identity),
    left(address, identity) {
      byAddress.close(address);
      if (identity !== null) byIdentity.close(identity);
    },
  };
}
