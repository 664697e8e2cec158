import { type KpiScope, kpiViewOf } from '../../features/kpis/kpi-view.js';
import { readStates } from '../../features/kpis/read-states.js';
import { extentOf } from '../../platform/identity/sight.js';
import type { GraphQLContext } from '../kit/context.js';
import { criteriaOf, type Filter } from './lead-filter.js';

/** Criteria by which leads are counted already, for the dashboard. */
const COUNTED: ReadonlySet<string> = new Set(['state', 'territory']);

/**
 * The number of leads that match, from the counters of the dashboard; null if those do not know. Agents' leads are few
 * and are counted one by one.
 */
export async function keptCount(
  { actor, reads, now }: GraphQLContext,
  filter: Filter | null | undefined,
): Promise<number | null> {
  const criteria = criteriaOf(filter);
  const given = Object.entries(criteria).filter(([, value]) => value != null);
  if (filter?.collaborating || given.some(([name]) => !COUNTED.has(name))) return null;
  if (extentOf(actor, 'leads').of === 'NONE') return null;
  const scope = within(kpiViewOf(actor).scope, criteria.territory ?? null);
  if (scope === null || scope.kind === 'AGENT') return null;
  const { states } = await readStates((sql, params) => reads.query(sql, params), scope, now);
  const wanted = Object.entries(states).filter(
    ([state]) => criteria.state == null || criteria.state.some((one) => one === state),
  );
  return wanted.reduce((total, [, count]) => total + count, 0);
}

/** The part of a scope that lies in the territory; null if that is another one, or a scope of its own. */
function within(scope: KpiScope, territory: string | null): KpiScope | null {
  if (territory === null) return scope;
  if (scope.kind === 'MARKET' && territory !== '') return { kind: 'TERRITORY', territory };
  return scope.kind === 'TERRITORY' && scope.territory === territory ? scope : null;
}
