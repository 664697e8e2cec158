import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress, isWithin, type Network } from './public-address.js';

/** Address that the program must not connect to on a user's request. */
export class RefusedTargetError extends Error {
  override readonly name = 'RefusedTargetError';
}

/**
 * Decides where an address entered by a user may lead: to the internet, and to networks that the operator allowed.
 */
export interface OutboundGuard {
  /** Checks without a look-up: form, port, and addresses written as numbers. Throws if one is refused. */
  check(url: URL): void;
  /** The same with a look-up of the name at this moment; a name that does not resolve yet may pass. */
  checkNow(url: URL): Promise<void>;
  /** For the socket: what it returns is what is connected to, so a name cannot lead elsewhere afterwards. */
  lookupFor(url: URL): LookupFunction;
}

export interface OutboundGuardOptions {
  /** May be connected to although they are not public, and without TLS. */
  readonly allowed: readonly Network[];
  /** In place of the system's. */
  readonly lookup?: LookupFunction;
}

/** Timeout of the look-up when a user enters a name. */
const PATIENCE_MS = 5_000;

export function createOutboundGuard(options: OutboundGuardOptions): OutboundGuard {
  const { allowed, lookup = systemLookup as LookupFunction } = options;

  function requireAllowed(url: URL, address: string): void {
    if (isWithin(address, allowed)) return;
    if (url.protocol !== 'https:') {
      throw new RefusedTargetError(
        `http leads to ${address}, allowed is https (http only to WEBHOOK_ALLOWED_NETWORKS)`,
      );
    }
    if (isPublicAddress(address)) return;
    throw new RefusedTargetError(
      `leads to ${address}, allowed are public addresses and WEBHOOK_ALLOWED_NETWORKS`,
    );
  }

  function check(url: URL): void {
    requireForm(url);
    const address = literalOf(url);
    if (address !== null) requireAllowed(url, address);
  }

  function lookupFor(url: URL): LookupFunction {
    return (hostname, lookupOptions, callback) => {
      lookup(hostname, { ...lookupOptions, all: true }, (error, found) => {
        if (error) return callback(error, '');
        const addresses = Array.isArray(found) ? found : [];
        try {
          // One refused address refuses the name, as any of its addresses may be tried next.
          for (const { address } of addresses) requireAllowed(url, address);
        } catch (refused) {
          return callback(refused as Error, '');
        }
        const [first] = addresses;
        if (!first) return callback(new Error(`${hostname} has no address`), '');
        if (lookupOptions.all) return callback(null, addresses);
        callback(null, first.address, first.family);
      });
    };
  }

  return {
    check,
    lookupFor,
    async checkNow(url) {
      check(url);
      if (literalOf(url) !== null) return;
      const error = await new Promise<Error | null>((resolve) => {
        const giveUp = setTimeout(() => resolve(new Error('no answer in time')), PATIENCE_MS);
        lookupFor(url)(url.hostname, { all: true }, (problem) => {
          clearTimeout(giveUp);
          resolve(problem);
        });
      });
      if (error instanceof RefusedTargetError) throw error;
      if (error && url.protocol !== 'https:') {
        throw new RefusedTargetError(`http leads nowhere: ${error.message}`);
      }
    },
  };
}

/** The address that is written in place of a name. URL has made one spelling of 0x7f.1 and 2130706433 before. */
function literalOf({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? null : bare;
}

function requireForm({ protocol, username, password, port, hostname }: URL): void {
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new RefusedTargetError(`begins with ${protocol}, allowed is https`);
  }
  if (username !== '' || password !== '') {
    throw new RefusedTargetError('holds a user name or password, allowed is an address without');
  }
  if (hostname === '') throw new RefusedTargetError('names no host');
  const number = port === '' ? null : Number(port);
  if (number === null || number === 80 || number === 443 || number >= 1024) return;
  throw new RefusedTargetError(`has the port ${port}, allowed are 80, 443, and 1024 to 65535`);
}
