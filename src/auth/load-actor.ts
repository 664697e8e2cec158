import type { Database } from '../db/open.js';
import { UnauthenticatedError } from '../errors.js';
import { type Actor, type Collaboration, ROLES, type Role, SYSTEM_ACTOR } from './actor.js';
import type { KnownUser } from './decide-sign-in.js';

export interface UserRow extends KnownUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Null for none. */
  readonly collaborations: readonly Collaboration[] | null;
}

/** Null if nobody has the e-mail address. */
export async function findUser(db: Database, email: string): Promise<UserRow | null> {
  // Nobody is anybody yet, so the system looks who it is. Instants come as texts.
  const [user] = await db.queryAs<
    Omit<UserRow, 'roleClaimedAt'> & { roleClaimedAt: string | null }
  >(
    SYSTEM_ACTOR,
    `/* actor */ SELECT id, email, name, role, territory, active,
       to_json(role_claimed_at) #>> '{}' AS "roleClaimedAt", (
         SELECT json_agg(json_build_object('leadId', lead_id, 'ownerId', owner_id))
         FROM lead_collaborator WHERE user_id = user_account.id) AS collaborations
     FROM user_account WHERE email = $1`,
    [email],
  );
  if (!user || !isRole(user.role)) return null;
  const { roleClaimedAt } = user;
  return { ...user, roleClaimedAt: roleClaimedAt === null ? null : new Date(roleClaimedAt) };
}

/** Somebody who acts without a token, as on the command line. @throws UnauthenticatedError */
export async function loadActor(db: Database, email: string): Promise<Actor> {
  const user = await findUser(db, email);
  if (user?.active) return toActor(user);
  throw new UnauthenticatedError(`${email} is nobody who may sign in here.`);
}

export function toActor({ id, role, name, email, territory, collaborations }: UserRow): Actor {
  const actor = { id, role, name, email, territory, scopes: null };
  return collaborations ? { ...actor, collaborations } : actor;
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}
