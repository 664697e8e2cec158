import type { Database } from '../db/open.js';
import { UnauthenticatedError } from '../errors.js';
import { type Actor, type Collaboration, ROLES, type Role, SYSTEM_ACTOR } from './actor.js';
import type { TokenVerifier } from './token.js';

/** Who acts, and until when. */
export interface Session {
  /** As last asked: a subscription asks again before each event. */
  actor: Actor;
  readonly expiresAt: Date;
}

/**
 * Turns an Authorization header into its actor.
 * @throws UnauthenticatedError for a bad token and for users that are unknown or inactive
 */
export async function authenticate(
  db: Database,
  verifier: TokenVerifier,
  authorization: string,
  now: Date,
): Promise<Session> {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) {
    throw new UnauthenticatedError('The Authorization header is not of the form "Bearer <token>".');
  }
  const { email, expiresAt } = await verifier.verify(token, now);
  return { actor: await loadActor(db, email), expiresAt };
}

/** @throws UnauthenticatedError */
export async function loadActor(db: Database, email: string): Promise<Actor> {
  // Nobody is anybody yet, so the system looks who it is.
  const [user] = await db.queryAs<{
    id: string;
    email: string;
    name: string;
    role: string;
    territory: string | null;
    active: boolean;
    collaborations: Collaboration[] | null;
  }>(
    SYSTEM_ACTOR,
    `/* actor */ SELECT id, email, name, role, territory, active, (
       SELECT json_agg(json_build_object('leadId', lead_id, 'ownerId', owner_id))
       FROM lead_collaborator WHERE user_id = user_account.id) AS collaborations
     FROM user_account WHERE email = $1`,
    [email],
  );
  if (!user?.active || !isRole(user.role)) {
    throw new UnauthenticatedError('The token is for nobody who may sign in here.');
  }
  const { id, role, name, territory, collaborations } = user;
  const actor = { id, role, name, email: user.email, territory };
  return collaborations ? { ...actor, collaborations } : actor;
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}
