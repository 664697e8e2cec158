import type { ProtectionState } from '../../domain/clock.js';
import type { LeadStage } from '../../domain/lead-stages.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { conditionSql, Params } from '../../platform/db/read-page.js';

/** Sends one statement in the name of the reader. */
export type CountQuery = <Row>(sql: string, params: readonly unknown[]) => Promise<Row[]>;

/** Leads that have one value in common. */
export interface FacetCount<Value> {
  readonly value: Value;
  readonly count: number;
}

/** How leads divide up, the largest part first. */
export interface Facets {
  readonly states: readonly FacetCount<ProtectionState>[];
  readonly stages: readonly FacetCount<LeadStage>[];
  readonly owners: readonly FacetCount<string | null>[];
  readonly territories: readonly FacetCount<string | null>[];
  readonly businessTypes: readonly FacetCount<string | null>[];
}

/** Parts of a facet whose values are not known beforehand. */
export const MOST_IN_FACET = 200;

/** How many leads meet the condition; with `most` no more are counted than that. */
export async function countLeads(
  query: CountQuery,
  where: Prisma.LeadWhereInput,
  most?: number,
): Promise<number> {
  const params = new Params();
  const found = `FROM lead ${conditionOf(where, params)}`;
  // In the order of an index: otherwise the table is read from its start, however few there are.
  const some = `FROM (SELECT ${found} ORDER BY lead.id LIMIT ${most}) AS counted`;
  const counted = most === undefined ? found : some;
  const [row] = await query<{ n: number }>(`SELECT count(*)::int AS n ${counted}`, params.values);
  return row?.n ?? 0;
}

const FACETS = {
  states: 'state',
  stages: 'stage',
  owners: 'owner_id',
  territories: 'territory',
  businessTypes: 'business_type',
} as const satisfies Record<keyof Facets, string>;

interface FacetRow {
  facet: keyof Facets;
  value: string | null;
  count: number;
}

/** What of the leads a reader may count by. */
export interface FacetSight {
  /** Whether the leads are those of the pool, where nothing runs. */
  readonly inPool: boolean;
  /** Whether owners are shown. */
  readonly people: boolean;
}

/** How the leads that meet the condition divide up. One statement, so that all parts are of one instant. */
export async function readFacets(
  query: CountQuery,
  where: Prisma.LeadWhereInput,
  now: Date,
  { inPool, people }: FacetSight,
): Promise<Facets> {
  const params = new Params();
  const at = `${params.add(now.toISOString())}::timestamptz`;
  const held = inPool
    ? 'false'
    : `CASE WHEN lead.hold_changes_at <= ${at}
         THEN lead_held_at(lead.on_hold, lead.hold_changes_at, lead.hold_intervals, ${at}) ELSE lead.on_hold END`;
  const parts = Object.entries(FACETS);
  const rows = await query<FacetRow>(
    `SELECT facet, value, count FROM (
       SELECT facet, value, count, row_number() OVER (PARTITION BY facet ORDER BY count DESC, value) AS nth
       FROM (
         SELECT
           CASE ${parts.map(([facet, column]) => `WHEN grouping(${column}) = 0 THEN '${facet}'`).join(' ')} END AS facet,
           CASE ${parts.map(([, column]) => `WHEN grouping(${column}) = 0 THEN ${column}::text`).join(' ')} END AS value,
           sum(n)::int AS count
         FROM (
           SELECT lead_state_at(lead.status, lead.assigned_at, lead.expires_at, ${held},
               lead.progress_deadline, lead.warned_at, ${at}) AS state,
             lead.stage, ${people ? 'lead.owner_id' : 'NULL::uuid AS owner_id'}, lead.territory, lead.business_type,
             count(*) AS n
           FROM lead ${conditionOf(where, params)}
           GROUP BY 1, 2, 3, 4, 5
         ) AS alike
         GROUP BY GROUPING SETS (${parts.map(([, column]) => `(${column})`).join(', ')})
       ) AS divided
     ) AS ranked
     WHERE nth <= ${MOST_IN_FACET}
     ORDER BY facet, nth`,
    params.values,
  );
  const of = <Value extends string | null>(facet: keyof Facets) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value: value as Value, count }));
  return {
    states: of<ProtectionState>('states'),
    stages: of<LeadStage>('stages'),
    owners: people ? of('owners') : [],
    territories: of('territories'),
    businessTypes: of('businessTypes'),
  };
}

function conditionOf(where: Prisma.LeadWhereInput, params: Params): string {
  const condition = conditionSql('Lead', 'lead', where, params);
  return condition === '' ? '' : `WHERE ${condition}`;
}
