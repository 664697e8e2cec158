import type { Actor } from '../../domain/actor.js';

/** The actor in whose name the database is asked. */
export type Identity = Pick<Actor, 'id' | 'role' | 'territory'> & {
  /** Whether leads are read as the pool shows them; see `POOL`. */
  readonly pool?: true;
};

/** The role of every connection until a transaction sets its identity: it may read, and sees no row. */
export const NOBODY = 'leadwarden_none';

/** Reads keys of every lead, for verdicts that the actor could not come to; see `lookUp`. */
export const LOOKUP = 'leadwarden_lookup';

/** Sees the leads in the pool, in the columns that every agent may read. */
export const POOL = 'leadwarden_pool';

/**
 * The database role that stands for a role of the API. Each has policies of its own: one policy for
 * several roles would be a condition with OR, which finds no index.
 */
export function databaseRole({ role, territory, pool }: Identity): string {
  if (pool) return POOL;
  switch (role) {
    case 'SYSTEM':
      return 'leadwarden_jobs';
    case 'MANAGER':
      return territory === null ? 'leadwarden_market_manager' : 'leadwarden_manager';
    case 'REP':
    case 'ADMIN':
    case 'AUDITOR':
    case 'WALLBOARD':
    case 'SERVICE':
      return `leadwarden_${role.toLowerCase()}`;
  }
}

/** Prefix of the statement that sets the identity of a transaction, by which watchers of statements recognise it. */
export const IDENTITY_MARK = '/* identity */';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/**
 * Gives the present transaction the identity of the actor until it ends: nothing of it stays on the connection. It is
 * text without parameters, so that it can travel together with BEGIN.
 */
export function identitySql(identity: Identity): string {
  const { id, role, territory } = identity;
  if (id === null ? role !== 'SYSTEM' : !UUID.test(id)) {
    throw new Error(
      `${JSON.stringify(id)} identifies no ${role}, allowed is a UUID, or null for the system.`,
    );
  }
  return `${IDENTITY_MARK} SELECT set_config('role', '${databaseRole(identity)}', true), set_config('app.actor', '${id ?? ''}', true), set_config('app.territory', ${quoteLiteral(territory ?? '')}, true)`;
}

/** Changes the role alone: a verdict is still reached in the actor's name. */
export function roleSql(role: string): string {
  return `${IDENTITY_MARK} SELECT set_config('role', '${role}', true)`;
}

/** A value as a literal of SQL that fits any type. */
export function quoteLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const text = value instanceof Date ? value.toISOString() : String(value);
  if (text.includes('\0')) throw new Error('Text for the database holds a NUL character.');
  const doubled = text.replaceAll("'", "''");
  return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}
