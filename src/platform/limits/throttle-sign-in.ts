import { createHash } from 'node:crypto';
import { UnauthenticatedError } from '../../domain/errors.js';
import type { Session } from '../identity/session.js';
import { createBoundedMap } from '../input/bounded-map.js';
import type { Throttle } from './throttle.js';

/** Tells who a client at an address is by its Authorization header. */
export type Authenticate = (authorization: string, address: string) => Promise<Session>;

const MAX_KNOWN = 10_000;

/**
 * Lets an address try only so many tokens that do not count. Those that counted before stay let in,
 * so that one broken script does not lock out the office that it stands in.
 */
export function throttleSignIn(
  throttle: Throttle,
  authenticate: (authorization: string) => Promise<Session>,
): Authenticate {
  const known = createBoundedMap<string, true>(MAX_KNOWN);
  const tried = new Map<string, Promise<Session>>();

  async function signIn(authorization: string, key: string, address: string): Promise<Session> {
    const isKnown = known.get(key) === true;
    // Taken before it is known whether it counts: many at once must not all be tried.
    if (!isKnown) await throttle.guess(address, 1);
    try {
      const session = await authenticate(authorization);
      known.set(key, true);
      if (!isKnown) await throttle.guess(address, -1);
      return session;
    } catch (error) {
      if (error instanceof UnauthenticatedError) known.delete(key);
      // It was no guess where nobody could tell.
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
