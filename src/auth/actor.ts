/** SPEC roles; what each may do stands in may.ts. */
export const ROLES = ['REP', 'MANAGER', 'ADMIN', 'AUDITOR', 'WALLBOARD', 'SERVICE'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Every verb and every read takes one. */
export interface Actor {
  /** User id; null only for the system itself (jobs, migrations). */
  id: string | null;
  role: Role | 'SYSTEM';
  name: string;
  email: string | null;
  /** The part of the market a manager answers for; null is the whole market. */
  territory: string | null;
  /** What an API token is limited to: `read` and verbs. Null is no limit but the role. */
  scopes: readonly string[] | null;
}

/** The nightly jobs and other work nobody asked for by hand. */
export const SYSTEM_ACTOR: Actor = {
  id: null,
  role: 'SYSTEM',
  name: 'Leadwarden',
  email: null,
  territory: null,
  scopes: null,
};

/** Options of a transaction of the system's own. */
export const AS_SYSTEM = { as: SYSTEM_ACTOR } as const;
