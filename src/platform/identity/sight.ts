import type { Actor } from '../../domain/actor.js';

/**
 * How far a role sees. `TERRITORY`: what lies in the actor's territory, and everything for one who answers for the whole
 * market; `MARKET`: everything for one who answers for the whole market, else as `OWN`.
 */
type Reach = 'ALL' | 'TERRITORY' | 'MARKET' | 'OWN' | 'NONE';

interface RoleSight {
  /** Leads, and what happens with them. The pool is open to all roles. */
  readonly leads: Reach;
  readonly imports: Reach;
  /** Records of refused and overridden registrations, by the lead that they met; `OWN`: by who asked. */
  readonly conflicts: Reach;
  /** Merges of leads, by the lead that was kept. */
  readonly merges: Reach;
  readonly handOvers: Reach;
  readonly webhooks: Reach;
  /** The receipts of events that concerned the actor; of a manager, those in the territory. */
  readonly receipts: Reach;
  /** Runs of jobs, mails that died, changed settings. */
  readonly operations: Reach;
  /** The audit trail, mails and API tokens: personal data of all. */
  readonly trail: Reach;
  /** Free text of what is seen at all. */
  readonly texts: boolean;
  /** Users by name. */
  readonly people: boolean;
}

const EVERYTHING: RoleSight = {
  leads: 'ALL',
  imports: 'ALL',
  conflicts: 'ALL',
  merges: 'ALL',
  handOvers: 'ALL',
  webhooks: 'ALL',
  receipts: 'ALL',
  operations: 'ALL',
  trail: 'ALL',
  texts: true,
  people: true,
};

const NOTHING: RoleSight = {
  leads: 'NONE',
  imports: 'NONE',
  conflicts: 'NONE',
  merges: 'NONE',
  handOvers: 'NONE',
  webhooks: 'NONE',
  receipts: 'NONE',
  operations: 'NONE',
  trail: 'NONE',
  texts: false,
  people: false,
};

/**
 * What each role sees. Conditions of Prisma and SQL, the sight of events and the numbers of dashboards are made of it;
 * row-level security says the same once more, and a test compares the two role by role.
 */
const SIGHT: Readonly<Record<Actor['role'], RoleSight>> = {
  SYSTEM: EVERYTHING,
  ADMIN: EVERYTHING,
  AUDITOR: EVERYTHING,
  SERVICE: { ...EVERYTHING, handOvers: 'OWN', webhooks: 'OWN', trail: 'NONE' },
  WALLBOARD: { ...NOTHING, leads: 'ALL', operations: 'ALL' },
  MANAGER: {
    ...NOTHING,
    leads: 'TERRITORY',
    imports: 'MARKET',
    conflicts: 'TERRITORY',
    merges: 'TERRITORY',
    handOvers: 'MARKET',
    receipts: 'TERRITORY',
    operations: 'ALL',
    texts: true,
    people: true,
  },
  REP: {
    ...NOTHING,
    leads: 'OWN',
    imports: 'OWN',
    conflicts: 'OWN',
    receipts: 'OWN',
    texts: true,
    people: true,
  },
};

/** Of an unknown role, nothing. */
function sightOfRole(role: Actor['role']): RoleSight {
  return Object.hasOwn(SIGHT, role) ? SIGHT[role] : NOTHING;
}

export type Noun =
  | 'leads'
  | 'imports'
  | 'conflicts'
  | 'merges'
  | 'handOvers'
  | 'webhooks'
  | 'receipts'
  | 'operations'
  | 'trail';

/** The rows of a noun that an actor sees. */
export type Extent =
  | { readonly of: 'ALL' | 'NONE' }
  | { readonly of: 'TERRITORY'; readonly territory: string }
  | { readonly of: 'OWN'; readonly userId: string };

export function extentOf({ role, id, territory }: Actor, noun: Noun): Extent {
  const own: Extent = id === null ? { of: 'NONE' } : { of: 'OWN', userId: id };
  const reach = sightOfRole(role)[noun];
  switch (reach) {
    case 'ALL':
    case 'NONE':
      return { of: reach };
    case 'TERRITORY':
      return territory === null ? { of: 'ALL' } : { of: 'TERRITORY', territory };
    case 'MARKET':
      return territory === null ? { of: 'ALL' } : own;
    case 'OWN':
      return own;
  }
}

/** The conditions for a part of a noun's rows; a part without one is seen by no actor. */
interface PartConditions<Where> {
  readonly territory?: (territory: string) => Where;
  readonly own?: (userId: string) => Where;
}

/** The rows of a noun that an actor sees, as a condition for Prisma: none at all for all rows, one that no row meets for none. */
export function visibleRows<Where extends object>(
  actor: Actor,
  noun: Noun,
  { territory, own }: PartConditions<Where>,
): Where | Record<string, never> | { id: { in: string[] } } {
  const extent = extentOf(actor, noun);
  switch (extent.of) {
    case 'ALL':
      return {};
    case 'TERRITORY':
      return territory?.(extent.territory) ?? { id: { in: [] } };
    case 'OWN':
      return own?.(extent.userId) ?? { id: { in: [] } };
    case 'NONE':
      return { id: { in: [] } };
  }
}

/** Whether the actor sees all of a noun that is seen as a whole or not at all. */
export function seesAll(actor: Actor, noun: Noun): boolean {
  return extentOf(actor, noun).of === 'ALL';
}

/** Whether the actor sees free text of things that they see at all. */
export function seesText({ role }: Actor): boolean {
  return sightOfRole(role).texts;
}

/** Whether users may be shown by name. */
export function seesPeople({ role }: Actor): boolean {
  return sightOfRole(role).people;
}

/**
 * Actors with the same sight see the same of everything: what is read for one of them can be shown to the others. Roles that
 * see by themselves alone share one sight; agents, managers and programs have one each.
 */
export function sightOf({ role, id, territory, scopes }: Actor): string {
  const isShared = Object.values(sightOfRole(role)).every((reach) => SAME_FOR_ALL.has(reach));
  return isShared ? role : `${role} ${id} ${territory ?? ''} ${scopes?.toSorted().join(' ') ?? ''}`;
}

/** What does not depend on who has the role. */
const SAME_FOR_ALL: ReadonlySet<Reach | boolean> = new Set<Reach | boolean>([
  'ALL',
  'NONE',
  true,
  false,
]);
