import type { Actor } from '../../domain/actor.js';

/**
 * Actors with the same sight see the same rows and columns: results read for one of them can be shown to the others.
 * Agents and managers see more of their own leads, programs their own endpoints and hand-overs; the sight of all
 * others depends on their role alone, which row-level security enforces.
 */
export function sightOf({ role, id, territory, scopes }: Actor): string {
  if (role === 'REP' || role === 'MANAGER') return `${role} ${id} ${territory ?? ''}`;
  if (role === 'SERVICE') return `${role} ${id} ${scopes?.toSorted().join(' ') ?? ''}`;
  return role;
}
