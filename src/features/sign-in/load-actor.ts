import {
  type Actor,
  type Collaboration,
  ROLES,
  type Role,
  SYSTEM_ACTOR,
} from '../../domain/actor.js';
import { UnauthenticatedError } from '../../domain/errors.js';
import { localeOf } from '../../domain/locales.js';
import type { Database } from '../../platform/db/open.js';
import type { KnownIdentity } from './decide-identity.js';
import type { KnownUser } from './decide-sign-in.js';
import type { TokenClaims } from './token.js';

export interface UserRow extends KnownUser, KnownIdentity {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Null for none. */
  readonly collaborations: readonly Collaboration[] | null;
}

const COLUMNS = `id, email, name, role, territory, active, locale, subject, claimed_email AS "claimedEmail",
  to_json(role_claimed_at) #>> '{}' AS "roleClaimedAt",
  to_json(email_claimed_at) #>> '{}' AS "emailClaimedAt", (
    SELECT json_agg(json_build_object('leadId', lead_id, 'ownerId', owner_id))
    FROM lead_collaborator WHERE user_id = user_account.id) AS collaborations`;

/** Null if no user has the e-mail address. */
export function findUser(db: Database, email: string): Promise<UserRow | null> {
  return find(db, `/* actor */ SELECT ${COLUMNS} FROM user_account WHERE email = $1`, [email]);
}

/**
 * The user whom a token names: the user of the account, else the one with the address that it names, else the one who
 * had it when it was named last, if no account of theirs is known. Null if there is none.
 */
export function findSignIn(
  db: Database,
  { email, subject }: Pick<TokenClaims, 'email' | 'subject'>,
): Promise<UserRow | null> {
  const sql = `/* actor */ SELECT ${COLUMNS} FROM user_account
    WHERE subject = $2 OR email = $1 OR (claimed_email = $1 AND subject IS NULL)
    ORDER BY (subject IS NOT DISTINCT FROM $2 AND subject IS NOT NULL) DESC, (email = $1) DESC LIMIT 1`;
  return find(db, sql, [email, subject]);
}

async function find(
  db: Database,
  sql: string,
  params: readonly (string | null)[],
): Promise<UserRow | null> {
  // There is no actor yet, so the system identifies it. Instants come as texts.
  type Row = Omit<UserRow, 'roleClaimedAt' | 'emailClaimedAt'> & {
    roleClaimedAt: string | null;
    emailClaimedAt: string | null;
  };
  const [user] = await db.queryAs<Row>(SYSTEM_ACTOR, sql, params);
  if (!user || !isRole(user.role)) return null;
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  const { roleClaimedAt, emailClaimedAt } = user;
  return {
    ...user,
    roleClaimedAt: instant(roleClaimedAt),
    emailClaimedAt: instant(emailClaimedAt),
  };
}

/** An actor without a token, as on the command line. @throws UnauthenticatedError */
export async function loadActor(db: Database, email: string): Promise<Actor> {
  const user = await findUser(db, email);
  if (user?.active) return toActor(user);
  throw new UnauthenticatedError(`${email} is nobody who may sign in here.`);
}

export function toActor(user: UserRow): Actor {
  const { id, role, name, email, territory, collaborations } = user;
  const locale = localeOf(user.locale);
  const actor = { id, role, name, email, territory, scopes: null, locale };
  return collaborations ? { ...actor, collaborations } : actor;
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}
