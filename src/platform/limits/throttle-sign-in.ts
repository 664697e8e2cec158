import { createHash } from 'node:crypto';
import { UnauthenticatedError } from '../../domain/errors.js';
import type { Session } from '../identity/session.js';
import { createBoundedMap } from '../input/bounded-map.js';
import type { Throttle } from './throttle.js';

/** Authenticates a client at an address by its Authorization header. */
export type Authenticate = (authorization: string, address: string) => Promise<Session>;

const MAX_KNOWN = 10_000;

/**
 * Limits the invalid tokens that an address may try. Tokens that were valid before stay accepted, so that one broken
 * script does not lock out the office around it.
 */
export function throttleSignIn(
  throttle: Throttle,
  authenticate: (authorization: string) => Promise<Session>,
): Authenticate {
  const known = createBoundedMap<string, true>(MAX_KNOWN);
  const tried = new Map<string, Promise<Session>>();

  async function signIn(authorization: string, key: string, address: string): Promise<Session> {
    const isKnown = known.get(key) === true;
    // Counted before the token is checked: many at once must not all be tried.
    if (!isKnown) await throttle.guess(address, 1);
    try {
      const session = await authenticate(authorization);
      known.set(key, true);
      if (!isKnown) await throttle.guess(address, -1);
      return session;
    } catch (error) {
      if (error instanceof UnauthenticatedError) known.delete(key);
      // It was no guess if the token could not be checked.
      else if (!isKnown) await throttle.guess(address, -1);
      throw error;
    }
  }

  return async (authorization, address) => {
    // The same size for all of them: they are kept by the thousand.
    const key = createHash('sha256').update(authorization).digest('base64');
    // The same token many times at once, as when all wallboards of an office come back, is one try.
    const other = tried.get(key);
    if (other) await other.catch(() => {});
    if (known.get(key)) return signIn(authorization, key, address);
    const session = signIn(authorization, key, address);
    tried.set(key, session);
    try {
      return await session;
    } finally {
      if (tried.get(key) === session) tried.delete(key);
    }
  };
}
