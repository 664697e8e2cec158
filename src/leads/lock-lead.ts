import type { TxContext } from '../context.js';
import type { Lead, Ownership } from '../db/generated/prisma/client.js';
import { ConflictError, NotFoundError } from '../errors.js';
import { visibleLeads } from './visibility.js';

/** A lead that somebody owns now, and that ownership. */
export interface OwnedLead extends Lead {
  readonly ownerId: string;
  readonly ownership: Ownership;
}

/**
 * Locks the lead until the end of the transaction, so that everything that happens to it happens in
 * one order, and reads it as it then is.
 * @throws NotFoundError if there is none, or the actor may not see it
 */
export async function lockLead(ctx: TxContext, id: string): Promise<Lead> {
  await lockRow(ctx, id);
  const lead = await ctx.tx.lead.findFirst({ where: { id, AND: [visibleLeads(ctx.actor)] } });
  if (!lead) throw new NotFoundError('Lead', id);
  return lead;
}

/**
 * `lockLead` for verbs that need a lead under protection.
 * @throws ConflictError if it is not ACTIVE
 */
export async function lockActiveLead(ctx: TxContext, id: string): Promise<OwnedLead> {
  await lockRow(ctx, id);
  const lead = await ctx.tx.lead.findFirst({
    where: { id, AND: [visibleLeads(ctx.actor)] },
    include: { ownerships: { where: { endedAt: null } } },
  });
  if (!lead) throw new NotFoundError('Lead', id);
  const { ownerships, ...columns } = lead;
  const [ownership] = ownerships;
  if (columns.status !== 'ACTIVE' || columns.ownerId === null || !ownership) {
    throw new ConflictError(`The lead is ${columns.status}, allowed is ACTIVE.`);
  }
  return { ...columns, ownerId: columns.ownerId, ownership };
}

/** Locks without reading: whoever waited here sees in its next statement what the other one did. */
export async function lockRow(ctx: TxContext, id: string): Promise<void> {
  await ctx.tx.$queryRaw`SELECT id FROM lead WHERE id = ${id}::uuid FOR UPDATE`;
}
