import { DEFAULT_POLICY } from '../../domain/policy.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { loadPolicyVersions } from '../../platform/settings/load-policy-versions.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { loadFacts } from './load-facts.js';
import {
  PROJECTION,
  type ProjectionColumns,
  projectFacts,
  projectionColumns,
} from './project-leads.js';

/** The projection of an ACTIVE lead as it is stored. */
export type StoredProjection = { readonly id: string } & {
  readonly [Column in keyof ProjectionColumns]: ProjectionColumns[Column] | null;
};

/** A lead whose stored projection differs from its facts. */
export interface Drift {
  readonly id: string;
  readonly columns: readonly string[];
}

/**
 * The projections of the ACTIVE leads behind an id, in the order of the ids. `lock` keeps their facts as they are
 * until the end of the transaction, and passes over locked leads.
 */
export async function storedProjections(
  tx: Tx,
  { after, limit, lock }: { after: string; limit: number; lock: boolean },
): Promise<StoredProjection[]> {
  return tx.$queryRaw<StoredProjection[]>`
    SELECT id, ${PROJECTION.names} FROM lead
    WHERE status = 'ACTIVE' AND id > ${after}::uuid
    ORDER BY id
    LIMIT ${limit}::int
    ${lock ? Prisma.sql`FOR SHARE SKIP LOCKED` : Prisma.empty}`;
}

/**
 * Recomputes the projections of locked leads, each under the policy that it was made under, and tells
 * where they differ from what is stored; one that the policy in force has not reached in time differs in
 * its version. Writes nothing.
 */
export async function findDrift(
  ctx: TxContext,
  leads: readonly StoredProjection[],
): Promise<Drift[]> {
  const facts = await loadFacts(
    ctx.tx,
    leads.map(({ id }) => id),
  );
  const versions = new Set(leads.map(({ policy_version }) => policy_version ?? 0));
  const policies = await loadPolicyVersions(ctx.tx, [...versions]);
  const required = await requiredVersion(ctx);
  return leads.flatMap((stored) => {
    const known = facts.get(stored.id);
    if (!known) return [{ id: stored.id, columns: ['owner_id'] }];
    const policy = policies.get(stored.policy_version ?? 0);
    if (!policy) return [{ id: stored.id, columns: ['policy_version'] }];
    const at = lastTurn(stored, ctx.now);
    const expected = projectionColumns(known, projectFacts(known, policy, ctx.now), at);
    const version = required ?? expected.policy_version;
    const columns = differing(stored, { ...expected, policy_version: version });
    return columns.length === 0 ? [] : [{ id: stored.id, columns }];
  });
}

/** How long a changed policy may take to reach every lead, in milliseconds. */
const ROLLOUT_MS = 3_600_000;

/** The version that every lead has to go by; null while a new one is on its way. */
async function requiredVersion({ tx, now }: TxContext): Promise<number | null> {
  const latest = await tx.policyVersion.findFirst({ orderBy: { version: 'desc' } });
  if (!latest) return DEFAULT_POLICY.version;
  return now.getTime() - latest.validFrom.getTime() < ROLLOUT_MS ? null : latest.version;
}

/**
 * The instant that a lead's hold columns are about. A hold that turned since then is noticed within
 * seconds; until it is, they rightly say what was so before.
 */
function lastTurn({ hold_changes_at: turnsAt }: StoredProjection, now: Date): Date {
  return turnsAt !== null && turnsAt <= now ? new Date(turnsAt.getTime() - 1) : now;
}

function differing(stored: StoredProjection, expected: ProjectionColumns): string[] {
  const columns = Object.keys(expected) as (keyof ProjectionColumns)[];
  // Instants, numbers and pairs of numbers: equal values have equal texts.
  return columns.filter(
    (column) => JSON.stringify(stored[column]) !== JSON.stringify(expected[column]),
  );
}
