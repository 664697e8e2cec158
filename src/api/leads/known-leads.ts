import type { Actor } from '../../domain/actor.js';
import { knownLeads } from '../../features/leads/lead-access.js';
import { findPooled, knowsByPool, type LeadQuery } from '../../features/leads/pool.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Reads } from '../kit/reads.js';

interface Reader {
  readonly reads: Reads;
  readonly actor: Actor;
}

/**
 * Leads that the actor may know of: with all selected columns if the actor sees the lead, with the columns of the
 * pool if it is known by the pool alone.
 */
export async function findKnown(
  { reads, actor }: Reader,
  { select }: LeadQuery,
  ids: readonly string[],
  known: Prisma.LeadWhereInput = knownLeads(actor),
): Promise<{ id: string }[]> {
  const found = await reads.read((tx) =>
    tx.lead.findMany({
      select: (select ?? null) as Prisma.LeadSelect | null,
      where: { id: { in: [...ids] }, AND: [known] },
    }),
  );
  if (found.length === ids.length || !knowsByPool(actor)) return found;
  const seen = new Set(found.map(({ id }) => id));
  const where = { id: { in: ids.filter((id) => !seen.has(id)) }, AND: [known] };
  const pooled = await reads.readPool((tx) => findPooled(tx, { select, where }));
  return [...found, ...pooled];
}
