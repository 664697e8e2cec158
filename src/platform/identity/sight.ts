import type { Actor } from '../../domain/actor.js';

/**
 * Actors with the same sight see the same of everything: what is read for one of them can be shown to the others. Agents
 * and managers see more of what is theirs, programs their own endpoints and hand-overs; all others see by their role alone,
 * which row-level security holds to.
 */
export function sightOf({ role, id, territory, scopes }: Actor): string {
  if (role === 'REP' || role === 'MANAGER') return `${role} ${id} ${territory ?? ''}`;
  if (role === 'SERVICE') return `${role} ${id} ${scopes?.toSorted().join(' ') ?? ''}`;
  return role;
}
