import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { POOL, roleSql } from '../../platform/db/identity.js';
import type { Tx } from '../../platform/db/open.js';

const COLUMNS = {
  id: true,
  createdAt: true,
  status: true,
  ownerId: true,
  assignedAt: true,
  warningDueAt: true,
  progressDeadline: true,
  warnedAt: true,
  graceEndsAt: true,
  baseEndsAt: true,
  expiresAt: true,
  holdIntervals: true,
} as const satisfies Prisma.LeadSelect;

type Row = Prisma.LeadGetPayload<{ select: typeof COLUMNS }>;

/** A lead as it would be after a verb. */
export interface ForetoldLead extends Omit<Row, 'id' | 'createdAt'> {
  /** Null for one that the verb would create. */
  readonly id: string | null;
}

/** The leads as the transaction has them, as far as its actor sees them. */
export async function readForetold(
  tx: Tx,
  leadIds: readonly string[],
  now: Date,
): Promise<ForetoldLead[]> {
  const rows = await tx.lead.findMany({
    where: { id: { in: [...leadIds] } },
    select: COLUMNS,
    orderBy: { id: 'asc' },
  });
  const seen = new Set(rows.map(({ id }) => id));
  const others = leadIds.filter((id) => !seen.has(id));
  return [
    ...rows.map(({ id, createdAt, ...lead }) => ({
      ...lead,
      id: createdAt.getTime() === now.getTime() ? null : id,
    })),
    ...(await readPooled(tx, others)),
  ];
}

/** A lead that its owner gave back is known by the pool alone, in which nothing runs. */
async function readPooled(tx: Tx, ids: readonly string[]): Promise<ForetoldLead[]> {
  if (ids.length === 0) return [];
  await tx.$executeRawUnsafe(roleSql(POOL));
  const pooled = await tx.lead.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, status: true },
    orderBy: { id: 'asc' },
  });
  return pooled.map((lead) => ({ ...NOTHING_RUNS, ...lead }));
}

const NOTHING_RUNS = {
  ownerId: null,
  assignedAt: null,
  warningDueAt: null,
  progressDeadline: null,
  warnedAt: null,
  graceEndsAt: null,
  baseEndsAt: null,
  expiresAt: null,
  holdIntervals: [],
};
