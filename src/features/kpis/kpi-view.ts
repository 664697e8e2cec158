import type { Actor } from '../../domain/actor.js';
import { ForbiddenError } from '../../domain/errors.js';
import type { LoggedEvent } from '../../domain/events.js';
import { databaseRole, type Identity } from '../../platform/db/identity.js';
import { AUDIENCES } from '../../platform/events/audience.js';
import { extentOf } from '../../platform/identity/sight.js';

/** The scope of a reader's numbers: readers with the same view share a computation. */
export interface KpiView {
  /** The same for the same numbers. */
  readonly key: string;
  /** The actor in whose name the numbers are read; of several readers of a view, the first. */
  readonly identity: Identity;
  readonly scope: KpiScope;
}

export type KpiScope =
  | { readonly kind: 'MARKET' }
  | { readonly kind: 'TERRITORY'; readonly territory: string }
  | { readonly kind: 'AGENT'; readonly agentId: string };

/** An agent's numbers are about their own leads and work, a manager's about the territory, all others' about the market. */
export function kpiViewOf(actor: Actor): KpiView {
  const { id, role, territory } = actor;
  const identity: Identity = { id, role, territory };
  const name = databaseRole(identity);
  const extent = extentOf(actor, 'leads');
  switch (extent.of) {
    case 'OWN':
      return {
        key: `${name} ${extent.userId}`,
        identity,
        scope: { kind: 'AGENT', agentId: extent.userId },
      };
    case 'TERRITORY':
      return {
        key: `${name} ${extent.territory}`,
        identity,
        scope: { kind: 'TERRITORY', territory: extent.territory },
      };
    case 'ALL':
      return { key: name, identity, scope: { kind: 'MARKET' } };
    case 'NONE':
      throw new ForbiddenError(`The role ${role} sees no leads, and so no numbers of them.`);
  }
}

/**
 * Whether an event may have changed a view's numbers. Rather true too often than too seldom: changes without an event
 * that is recognised here, such as a sent mail, show within a minute.
 */
export function concernedBy(event: LoggedEvent): (view: KpiView) => boolean {
  if (event.type === 'SETTING_CHANGED') return () => true;
  if (AUDIENCES[event.type] !== 'LEAD') return () => false;
  const named = new Set<unknown>([event.ownerId, event.actorId, ...Object.values(event.payload)]);
  return ({ scope }) => {
    switch (scope.kind) {
      case 'MARKET':
        return true;
      case 'TERRITORY':
        // The event of a lead that moves names the territory it moved to.
        return event.territory === scope.territory || MOVING.has(event.type);
      case 'AGENT':
        return named.has(scope.agentId);
    }
  };
}

const MOVING: ReadonlySet<string> = new Set(['LEAD_UPDATED', 'LEAD_REASSIGNED', 'LEAD_CLAIMED']);
