import type { Locale } from './locales.js';

/** Roles of users; may.ts has the permissions of each. */
export const ROLES = ['REP', 'MANAGER', 'ADMIN', 'AUDITOR', 'WALLBOARD', 'SERVICE'] as const;
export type Role = (typeof ROLES)[number];

/** How far a collaborator goes on another agent's lead; each may do what those before it may. */
export const COLLABORATOR_ROLES = ['VIEW', 'ASSIST', 'NEGOTIATE'] as const;
export type CollaboratorRole = (typeof COLLABORATOR_ROLES)[number];

/** Another agent's lead that a collaborator works on. */
export interface Collaboration {
  readonly leadId: string;
  /** The owner of the lead; with that ownership the collaboration ends. */
  readonly ownerId: string;
}

/** The actor of a verb or a read. */
export interface Actor {
  /** User id; null only for the system itself (jobs, migrations). */
  id: string | null;
  role: Role | 'SYSTEM';
  name: string;
  email: string | null;
  /** Territory that a manager answers for; null for the whole market. */
  territory: string | null;
  /** Scopes of an API token: `read` and verbs. Null is no limit but the role. */
  scopes: readonly string[] | null;
  /** The language that the user reads; left out for programs and the system. */
  locale?: Locale;
  /**
   * The leads that an agent sees beside their own, as of when the request came in or the event was re-checked; none
   * if left out. Verbs ask again, under the lock of the lead.
   */
  collaborations?: readonly Collaboration[];
}

/** The actor of the nightly jobs and of other work that no user started. */
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
