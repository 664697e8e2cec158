import { NotFoundError } from '../../domain/errors.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { lookInPool } from '../../platform/db/look-up.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { knownLeads } from './lead-access.js';
import { knowsByPool } from './pool.js';
import { visibleLeads } from './visibility.js';

/** @throws NotFoundError if there is no such lead, or the actor may not see it */
export function requireVisible(ctx: TxContext, id: string): Promise<void> {
  return requireLead(ctx, { id, AND: [visibleLeads(ctx.actor)] }, id);
}

/** @throws NotFoundError if there is no such lead, or the actor may not even know of it */
export function requireKnown(ctx: TxContext, id: string): Promise<void> {
  const where = { id, AND: [knownLeads(ctx.actor)] };
  return requireLead(ctx, where, id).catch((error: unknown) => {
    if (!(error instanceof NotFoundError) || !knowsByPool(ctx.actor)) throw error;
    return lookInPool(ctx.tx, () => requireLead(ctx, where, id));
  });
}

async function requireLead(
  { tx }: TxContext,
  where: Prisma.LeadWhereInput,
  id: string,
): Promise<void> {
  const lead = await tx.lead.findFirst({ where, select: { id: true } });
  if (!lead) throw new NotFoundError('Lead', id);
}
