import type { CollaboratorRole } from '../../domain/actor.js';
import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { type Lead, type Ownership, Prisma } from '../../platform/db/generated/prisma/client.js';
import { isManager, type Verb } from '../../platform/identity/may.js';
import { requireMayOnLead, type Standing } from '../../platform/identity/may-on-lead.js';
import { extentOf } from '../../platform/identity/sight.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { requireProtected } from './require-protected.js';
import { requireUnmerged } from './require-unmerged.js';
import { visibleLeadsSql } from './visibility.js';

/** A lead with its present ownership. */
export interface OwnedLead extends Lead {
  readonly ownerId: string;
  readonly ownership: Ownership;
}

/**
 * Locks the lead until the end of the transaction, so that all changes of it happen in one order, and reads it as it
 * then is, for a verb that the actor may use on it.
 * @throws NotFoundError if there is none, or the actor may not see it
 * @throws ForbiddenError if the actor sees it but their standing on it does not suffice for the verb
 * @throws ConflictError if it was merged into another one, which the error names
 */
export async function lockLead(ctx: TxContext, id: string, verb: Verb): Promise<Lead> {
  await lockVisibleRow(ctx, id);
  const lead = await ctx.tx.lead.findUnique({ where: { id } });
  if (!lead) throw new NotFoundError('Lead', id);
  requireMayOnLead(await standingOn(ctx, lead), verb);
  if (verb !== 'undoMerge') await requireUnmerged(ctx, lead);
  return lead;
}

/**
 * `lockLead` for verbs that need a lead under protection.
 * @throws ConflictError if it is not ACTIVE, or its protection is over
 */
export async function lockActiveLead(ctx: TxContext, id: string, verb: Verb): Promise<OwnedLead> {
  await lockVisibleRow(ctx, id);
  const lead = await ctx.tx.lead.findUnique({
    where: { id },
    include: { ownerships: { where: { endedAt: null } } },
  });
  if (!lead) throw new NotFoundError('Lead', id);
  const { ownerships, ...columns } = lead;
  requireMayOnLead(await standingOn(ctx, columns), verb);
  await requireUnmerged(ctx, columns);
  const [ownership] = ownerships;
  if (columns.status !== 'ACTIVE' || columns.ownerId === null || !ownership) {
    throw new ConflictError(`The lead is ${columns.status}, allowed is ACTIVE.`, 'LEAD_NOT_ACTIVE');
  }
  requireProtected(columns, ctx.now);
  return { ...columns, ownerId: columns.ownerId, ownership };
}

/**
 * Locks without reading: a transaction that waited here sees the changes of the other one in its next statement. A
 * row that does not meet the condition is not waited for. Answers whether it was locked.
 */
export async function lockRow(
  ctx: TxContext,
  id: string,
  condition: Prisma.Sql = Prisma.sql`true`,
): Promise<boolean> {
  const locked = await ctx.tx.$queryRaw<unknown[]>`
    SELECT id FROM lead WHERE id = ${id}::uuid AND ${condition} FOR UPDATE`;
  return locked.length > 0;
}

async function lockVisibleRow(ctx: TxContext, id: string): Promise<void> {
  if (!(await lockRow(ctx, id, visibleLeadsSql(ctx.actor)))) throw new NotFoundError('Lead', id);
}

/**
 * The standing of the actor on a locked lead.
 * @throws NotFoundError if they no longer see it: it changed hands while they waited for it
 */
async function standingOn({ tx, actor }: TxContext, lead: Lead): Promise<Standing> {
  const owns = actor.id !== null && lead.ownerId === actor.id;
  const extent = extentOf(actor, 'leads');
  if (extent.of !== 'OWN') {
    const isElsewhere = extent.of === 'TERRITORY' && lead.territory !== extent.territory;
    if (isElsewhere || extent.of === 'NONE') throw new NotFoundError('Lead', lead.id);
    // Programs have the standing of managers and of the owner.
    const program = actor.role === 'SERVICE';
    return { owns: owns || program, manages: isManager(actor) || program, collaborates: null };
  }
  if (owns) return { owns, manages: false, collaborates: null };
  const collaborator =
    actor.id === null
      ? null
      : await tx.leadCollaborator.findUnique({
          where: { leadId_userId: { leadId: lead.id, userId: actor.id } },
          select: { role: true },
        });
  if (!collaborator) throw new NotFoundError('Lead', lead.id);
  return { owns, manages: false, collaborates: collaborator.role as CollaboratorRole };
}
