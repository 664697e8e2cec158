import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { visibleLeads } from './visibility.js';

/**
 * The columns of a lead in the pool that all actors see: those that the database role of the pool may read. Columns
 * that are only searched by are in the migration; a test holds the two together.
 */
export const POOL_COLUMNS = {
  id: true,
  companyName: true,
  city: true,
  postalCode: true,
  country: true,
  businessType: true,
  stage: true,
  status: true,
  estimatedVolume: true,
  currency: true,
  territory: true,
  ownerId: true,
  registeredAt: true,
  endedAt: true,
  endReason: true,
  pseudonymizedAt: true,
  updatedAt: true,
  version: true,
  assignedAt: true,
  progressAnchor: true,
  warningDueAt: true,
  progressDeadline: true,
  warningIssuedAt: true,
  warnedAt: true,
  graceEndsAt: true,
  baseEndsAt: true,
  baseReminderDueAt: true,
  expiresAt: true,
  policyVersion: true,
  unworked: true,
  mergedIntoId: true,
} as const satisfies Prisma.LeadSelect;

/** Columns that are lists; all relations of a lead but the owner are. */
const LISTS: ReadonlySet<string> = new Set(['tags', 'holdIntervals']);

type Selection = Readonly<Record<string, unknown>>;

export interface LeadQuery {
  readonly select?: object | null | undefined;
}

/** Whether there may be leads of which the actor knows by the pool alone. */
export function knowsByPool(actor: Actor): boolean {
  return Object.keys(visibleLeads(actor)).length > 0;
}

/**
 * Leads in the pool as `findMany` gives them: of the selection only the columns that the pool shows are read, the
 * rest is null or empty. `tx` has the sight of the pool.
 */
export async function findPooled(
  tx: Tx,
  query: LeadQuery & Omit<Prisma.LeadFindManyArgs, 'select' | 'include' | 'omit'>,
): Promise<{ id: string; pooled: true }[]> {
  const asked = (query.select ?? { ...POOL_COLUMNS }) as Selection;
  const entries = Object.entries(asked).filter(([, wanted]) => wanted);
  const shown = entries.flatMap(([name]) => (Object.hasOwn(POOL_COLUMNS, name) ? [name] : []));
  const hidden = entries.flatMap(([name, wanted]) => {
    if (Object.hasOwn(POOL_COLUMNS, name)) return [];
    const list = LISTS.has(name) || (name !== 'owner' && typeof wanted === 'object');
    return [[name, list ? [] : null] as const];
  });
  const select = Object.fromEntries([...shown, 'id'].map((name) => [name, true]));
  const rows = await tx.lead.findMany({ ...query, select });
  const empty = Object.fromEntries(hidden);
  return rows.map((row) => ({ ...empty, ...row, pooled: true }) as { id: string; pooled: true });
}
