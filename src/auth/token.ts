import type { KeyObject } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { UnauthenticatedError } from '../errors.js';

/** What a valid token says. */
export interface TokenClaims {
  readonly email: string;
  readonly expiresAt: Date;
}

export interface TokenVerifier {
  /** @throws UnauthenticatedError */
  verify(token: string, now: Date): Promise<TokenClaims>;
}

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
}

/** Believes tokens signed with one key. */
export function keyVerifier(publicKey: KeyObject, expected: Expected): TokenVerifier {
  return verifier(async () => publicKey, expected);
}

/** Believes the keys that an identity provider publishes. */
export function jwksVerifier(url: URL, expected: Expected): TokenVerifier {
  return verifier(createRemoteJWKSet(url), expected);
}

/** Believes nobody. */
export const refusingVerifier: TokenVerifier = {
  verify: async () => {
    throw new UnauthenticatedError('This server accepts no tokens: no issuer is configured.');
  },
};

/** How long a signature that was checked is believed: a key that was withdrawn counts no longer than this. */
const BELIEVED_MS = 30_000;
const MAX_BELIEVED = 1_000;

interface Believed {
  readonly claims: TokenClaims;
  readonly since: number;
}

/** Remembers the newest tokens that were found good; whose they are is looked up each time. */
function verifier(key: JWTVerifyGetKey, expected: Expected): TokenVerifier {
  const checked = checkingVerifier(key, expected);
  const believed = new Map<string, Believed>();
  return {
    async verify(token, now) {
      const known = believed.get(token);
      const age = known ? now.getTime() - known.since : -1;
      if (known && age >= 0 && age < BELIEVED_MS && now < known.claims.expiresAt) {
        return known.claims;
      }
      believed.delete(token);
      const claims = await checked.verify(token, now);
      const [oldest] = believed.keys();
      if (believed.size >= MAX_BELIEVED && oldest !== undefined) believed.delete(oldest);
      believed.set(token, { claims, since: now.getTime() });
      return claims;
    },
  };
}

function checkingVerifier(key: JWTVerifyGetKey, { issuer, audience }: Expected): TokenVerifier {
  return {
    async verify(token, now) {
      const { email, exp } = await verified(token, key, { issuer, audience, currentDate: now });
      if (typeof email !== 'string' || exp === undefined) {
        throw new UnauthenticatedError('The token names no e-mail address or no expiry.');
      }
      return { email: email.toLowerCase(), expiresAt: new Date(exp * 1000) };
    },
  };
}

async function verified(
  token: string,
  key: JWTVerifyGetKey,
  expected: Expected & { currentDate: Date },
) {
  try {
    const options = { ...expected, algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'] };
    const { payload } = await jwtVerify(token, key, { ...options, requiredClaims: ['exp'] });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new UnauthenticatedError('The token has expired; sign in again.');
    }
    if (error instanceof errors.JOSEError) {
      throw new UnauthenticatedError('The token does not count: it is malformed or not for here.');
    }
    throw error;
  }
}
