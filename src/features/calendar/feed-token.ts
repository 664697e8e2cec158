import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits in 43 characters that need no escaping in an address. */
export function newFeedToken(): string {
  return randomBytes(32).toString('base64url');
}

const PATH = /^\/calendar\/([\w-]{43})\.ics$/;

/** The token in the path of a feed; null if it can be none. */
export function feedTokenIn(path: string): string | null {
  return PATH.exec(path)?.[1] ?? null;
}

/** Where the feed with the token is, below the public address. */
export function feedPath(token: string): string {
  return `/calendar/${token}.ics`;
}

/** The stored hash of the secret. A random secret of this size needs no slow hash. */
export function feedTokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
