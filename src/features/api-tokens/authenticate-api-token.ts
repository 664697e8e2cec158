import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import { UnauthenticatedError } from '../../domain/errors.js';
import type { Database } from '../../platform/db/open.js';
import type { Session } from '../../platform/identity/session.js';
import { isSecret, secretHash } from '../../platform/keys/secret.js';
import { parseToken } from './api-token.js';

/** `lastUsedAt` is written no more often. */
const USED_PRECISION_MS = 60_000;

/** Compared with when there is no such token, so that this takes as long as a wrong secret. */
const NO_HASH = secretHash('');

/** Instants as ISO 8601, lists as texts. */
interface Row {
  readonly secretHash: string;
  readonly scopes: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly territory: string | null;
  readonly active: boolean;
}

/**
 * The actor of an API token. The answer is the same for an unknown, revoked or expired token, a wrong secret, and an
 * inactive user.
 * @throws UnauthenticatedError
 */
export async function authenticateApiToken(
  db: Database,
  token: string,
  now: Date,
): Promise<Session> {
  const presented = parseToken(token);
  if (!presented) throw refusal();
  const { id, secret } = presented;
  // There is no actor yet, so the system identifies it.
  const [row] = await db.queryAs<Row>(
    SYSTEM_ACTOR,
    `/* api token */ SELECT secret_hash AS "secretHash", array_to_string(scopes, ' ') AS scopes,
       to_json(expires_at) #>> '{}' AS "expiresAt", to_json(revoked_at) #>> '{}' AS "revokedAt",
       to_json(last_used_at) #>> '{}' AS "lastUsedAt",
       user_id AS "userId", email, user_account.name, role, territory, active
     FROM api_token JOIN user_account ON user_account.id = user_id WHERE api_token.id = $1::uuid`,
    [id],
  );
  const proven = isSecret(secret, row?.secretHash ?? NO_HASH);
  if (!row || !proven || !counts(row, now)) throw refusal();
  const { lastUsedAt, expiresAt, scopes, userId, name, email, territory } = row;
  if (!lastUsedAt || now.getTime() - Date.parse(lastUsedAt) >= USED_PRECISION_MS) {
    await recordUse(db, id, now);
  }
  return {
    actor: { id: userId, role: 'SERVICE', name, email, territory, scopes: scopes.split(' ') },
    expiresAt: new Date(expiresAt),
    apiTokenId: id,
  };
}

function counts({ expiresAt, revokedAt, role, active }: Row, now: Date): boolean {
  return revokedAt === null && now < new Date(expiresAt) && role === 'SERVICE' && active;
}

/** The condition settles the race of many requests in one moment: one of them writes. */
async function recordUse(db: Database, id: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - USED_PRECISION_MS);
  const due = { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] };
  await db.transaction(
    (tx) => tx.apiToken.updateMany({ where: due, data: { lastUsedAt: now } }),
    AS_SYSTEM,
  );
}

function refusal(): UnauthenticatedError {
  return new UnauthenticatedError('The API token does not count.');
}
