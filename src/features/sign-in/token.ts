import type { KeyObject } from 'node:crypto';
import {
  type CryptoKey,
  errors,
  type FlattenedJWSInput,
  type JWTHeaderParameters,
  type JWTPayload,
  jwtVerify,
} from 'jose';
import { UnauthenticatedError } from '../../domain/errors.js';
import {
  type ClaimNames,
  type Granted,
  grantedBy,
  readClaim,
  USUAL_CLAIMS,
} from '../../platform/identity/claims.js';
import { lowerAscii } from '../../platform/identity/fold-ascii.js';
import { createBoundedMap } from '../../platform/input/bounded-map.js';
import { subjectOf } from './decide-identity.js';

/** The claims of a valid token. */
export interface TokenClaims {
  readonly email: string;
  /** The issuer and the account there; null if the token names no account. */
  readonly subject: string | null;
  readonly expiresAt: Date;
  /** Null if the token does not say. */
  readonly issuedAt: Date | null;
  /** Full name, if the token says it. */
  readonly name: string | null;
  /** Null if the provider does not manage the rights of users. */
  readonly granted: Granted | null;
}

export interface TokenVerifier {
  /** @throws UnauthenticatedError, or LeadwardenError UNAVAILABLE if it cannot be told */
  verify(token: string, now: Date): Promise<TokenClaims>;
}

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  /** Left out, only the e-mail address is read, from `email`. */
  readonly claims?: ClaimNames;
}

/** Finds the key that a token names. */
export type KeySource = (
  header: JWTHeaderParameters,
  jws: FlattenedJWSInput,
  now: Date,
) => Promise<KeyObject | CryptoKey>;

/** Trusts tokens signed with one P-256 key. */
export function keyVerifier(publicKey: KeyObject, expected: Expected): TokenVerifier {
  return verifier(async () => publicKey, ['ES256'], expected);
}

/** Trusts the keys that an identity provider publishes; public keys only. */
export function jwksVerifier(keys: KeySource, expected: Expected): TokenVerifier {
  return verifier(keys, ['ES256', 'RS256', 'PS256', 'EdDSA'], expected);
}

/** Trusts no token. */
export const refusingVerifier: TokenVerifier = {
  verify: async () => {
    throw new UnauthenticatedError('This server accepts no tokens: no issuer is configured.');
  },
};

/** How long a checked signature stays valid: a key that was withdrawn counts no longer than this. */
const BELIEVED_MS = 30_000;
const MAX_BELIEVED = 1_000;

interface Believed {
  readonly claims: TokenClaims;
  readonly since: number;
}

/** Remembers the tokens that were found good and used last; whose they are is looked up each time. */
function verifier(
  keys: KeySource,
  algorithms: readonly string[],
  expected: Expected,
): TokenVerifier {
  const believed = createBoundedMap<string, Believed>(MAX_BELIEVED);
  return {
    async verify(token, now) {
      const known = believed.get(token);
      const age = known ? now.getTime() - known.since : -1;
      // Within these 30 s `nbf` has passed already: a clock that goes back makes the age negative.
      if (known && age >= 0 && age < BELIEVED_MS && now < known.claims.expiresAt) {
        return known.claims;
      }
      believed.delete(token);
      const payload = await verified(token, keys, algorithms, expected, now);
      const claims = claimsIn(payload, expected.claims ?? USUAL_CLAIMS);
      believed.set(token, { claims, since: now.getTime() });
      return claims;
    },
  };
}

function claimsIn(payload: JWTPayload, names: ClaimNames): TokenClaims {
  const email = readClaim(payload, names.email);
  const { exp, iat, iss, sub, name, email_verified: emailVerified } = payload;
  if (typeof email !== 'string' || exp === undefined) {
    throw new UnauthenticatedError('The token names no e-mail address or no expiry.');
  }
  // A person who can write any address into their profile could sign in as any user. A value that is neither absent
  // nor plainly true, such as "False", means not verified.
  if (emailVerified !== undefined && emailVerified !== true && emailVerified !== 'true') {
    throw new UnauthenticatedError('The e-mail address in the token is not verified.');
  }
  return {
    email: lowerAscii(email),
    expiresAt: new Date(exp * 1000),
    subject: iss && sub ? subjectOf(iss, sub) : null,
    issuedAt: iat === undefined ? null : new Date(iat * 1000),
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : null,
    granted: grantedBy(payload, names),
  };
}

async function verified(
  token: string,
  keys: KeySource,
  algorithms: readonly string[],
  { issuer, audience }: Expected,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, (header, jws) => keys(header, jws, now), {
      issuer,
      audience,
      currentDate: now,
      algorithms: [...algorithms],
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new UnauthenticatedError('The token has expired; sign in again.');
    }
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf') {
      throw new UnauthenticatedError('The token does not count yet.');
    }
    if (error instanceof errors.JOSEError) {
      throw new UnauthenticatedError('The token does not count: it is malformed or not for here.');
    }
    throw error;
  }
}
