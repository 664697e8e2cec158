import type { IncomingMessage } from 'node:http';
import type { VerifyClientCallbackAsync, WebSocket } from 'ws';
import type { Config } from '../config.js';
import { TooManyRequestsError } from '../errors.js';
import type { Limits } from '../limits.js';
import { createOpenCounts } from '../rate-limits/open-counts.js';
import type { Throttle } from '../rate-limits/throttle.js';
import { createClientAddress } from './client-address.js';
import { createOriginCheck } from './origins.js';

export interface SocketGuard {
  /** Whether a socket may be opened, before it is. */
  readonly verify: VerifyClientCallbackAsync;
  addressOf(request: IncomingMessage): string;
  /** Counts a socket against its address for as long as it is open; one too many is closed. */
  counts(socket: WebSocket, request: IncomingMessage): void;
  /** Counts it against its identity too, unless that has too many; then it is closed. */
  admits(socket: WebSocket, identity: string): boolean;
}

/** Try again later: clients do, and not at once. */
const TRY_AGAIN_LATER = 1013;

export function guardSockets(
  config: Pick<Config, 'publicUrl' | 'corsOrigins' | 'trustedProxies'>,
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
    counts(socket, request) {
      const address = addressOf(request);
      // Of several that were let in at once, the last may be too many after all.
      if (!byAddress.open(address)) return socket.close(TRY_AGAIN_LATER, 'Too many sockets');
      socket.once('close', () => byAddress.close(address));
    },
    admits(socket, identity) {
      if (socket.readyState !== socket.OPEN) return false;
      if (!byIdentity.open(identity)) {
        socket.close(TRY_AGAIN_LATER, `${perIdentity} sockets are open, more are not allowed`);
        return false;
      }
      socket.once('close', () => byIdentity.close(identity));
      return true;
    },
  };
}
