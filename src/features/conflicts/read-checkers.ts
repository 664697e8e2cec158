import type { Actor } from '../../domain/actor.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';

/** The conflict checks of one actor in a period. */
export interface Checker {
  readonly userId: string;
  readonly checks: number;
  readonly companies: number;
  readonly free: number;
  readonly protected: number;
  readonly customers: number;
  readonly possiblySame: number;
  readonly refusals: number;
  readonly importedRows: number;
  readonly registered: number;
  readonly lastAt: Date;
}

const MOST_CHECKERS = 200;

/** The actors who checked companies from one instant to before another, those with the most checks first. */
export async function readCheckers(
  tx: Tx,
  actor: Actor,
  { from, before }: { from: Date; before: Date },
): Promise<Checker[]> {
  const visible = visibleChecks(actor);
  if (visible === null) return [];
  const period = [from.toISOString(), before.toISOString()] as const;
  return tx.$queryRaw<Checker[]>`
    WITH checker AS MATERIALIZED (
      SELECT actor_id,
        count(*) FILTER (WHERE verb = 'checkLeadConflict')::int AS checks,
        count(DISTINCT keys[array_upper(keys, 1)])::int AS companies,
        count(*) FILTER (WHERE verdict = 'FREE')::int AS free,
        count(*) FILTER (WHERE verdict = 'PROTECTED')::int AS protected,
        count(*) FILTER (WHERE verdict = 'EXISTING_CUSTOMER')::int AS customers,
        count(*) FILTER (WHERE verdict = 'POSSIBLY_SAME')::int AS possibly_same,
        count(*) FILTER (WHERE verb NOT IN ('checkLeadConflict', 'importLeads'))::int AS refusals,
        count(*) FILTER (WHERE verb = 'importLeads')::int AS imported_rows,
        max(checked_at) AS last_at
      FROM conflict_check
      WHERE checked_at >= ${period[0]}::timestamptz AND checked_at < ${period[1]}::timestamptz
        AND ${visible}
      GROUP BY actor_id
      ORDER BY count(*) DESC, actor_id
      LIMIT ${MOST_CHECKERS}::int
    )
    SELECT actor_id AS "userId", checks, companies, free, protected, customers,
      possibly_same AS "possiblySame", refusals, imported_rows AS "importedRows", last_at AS "lastAt",
      (SELECT count(*)::int FROM ownership WHERE owner_id = actor_id
         AND assigned_at >= ${period[0]}::timestamptz AND assigned_at < ${period[1]}::timestamptz) AS registered
    FROM checker
    ORDER BY checks + refusals + imported_rows DESC, actor_id`;
}

/** Agents and programs see their own checks, managers those of the agents of their territory. */
function visibleChecks({ role, id, territory }: Actor): Prisma.Sql | null {
  switch (role) {
    case 'ADMIN':
    case 'AUDITOR':
    case 'SYSTEM':
      return Prisma.sql`true`;
    case 'MANAGER':
      return territory === null
        ? Prisma.sql`true`
        : Prisma.sql`(territory = ${territory} OR actor_id = ${id}::uuid)`;
    case 'REP':
    case 'SERVICE':
      return Prisma.sql`actor_id = ${id}::uuid`;
    case 'WALLBOARD':
      return null;
  }
}
