/** SPEC roles; what each may do stands in may.ts. */
export const ROLES = ['REP', 'MANAGER', 'ADMIN', 'AUDITOR', 'WALLBOARD', 'SERVICE'] as const;
export type Role = (typeof ROLES)[number];

/** How far a collaborator goes on another agent's lead; each may do what those before it may. */
export const COLLABORATOR_ROLES = ['VIEW', 'ASSIST', 'NEGOTIATE'] as const;
export type CollaboratorRole = (typeof COLLABORATOR_ROLES)[number];

/** Another agent's lead that somebody works on. */
export interface Collaboration {
  readonly leadId: string;
  /** Whose lead it is; with that ownership the collaboration ends. */
  readonly ownerId: string;
}

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
  /**
   * What an agent sees beside their own leads, as of when the request came in or the event was
   * re-checked; none if left out. Verbs ask again, under the lock of the lead.
   */
  collaborations?: readonly Collaboration[];
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
