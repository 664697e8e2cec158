import { UnauthenticatedError } from '../../domain/errors.js';
import type { Database } from '../../platform/db/open.js';
import type { Session } from '../../platform/identity/session.js';
import { looksLikeApiToken } from '../api-tokens/api-token.js';
import { authenticateApiToken } from '../api-tokens/authenticate-api-token.js';
import { actorOfClaims } from './actor-of-claims.js';
import type { TokenVerifier } from './token.js';

/** As long as a header can be at most. */
const MAX_LENGTH = 8_192;

/**
 * Turns an Authorization header of any transport into an actor.
 * @throws UnauthenticatedError for a bad token and for users that are unknown or inactive, LeadwardenError
 * UNAVAILABLE if that cannot be told
 */
export async function authenticate(
  db: Database,
  verifier: TokenVerifier,
  authorization: string,
  now: Date,
): Promise<Session> {
  if (authorization.length > MAX_LENGTH) {
    throw new UnauthenticatedError(
      `The Authorization header has ${authorization.length} characters, allowed are ${MAX_LENGTH}.`,
    );
  }
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) {
    throw new UnauthenticatedError('The Authorization header is not of the form "Bearer <token>".');
  }
  if (looksLikeApiToken(token)) return authenticateApiToken(db, token, now);
  const claims = await verifier.verify(token, now);
  const actor = await actorOfClaims(db, claims, now);
  return { actor, expiresAt: claims.expiresAt, apiTokenId: null };
}
