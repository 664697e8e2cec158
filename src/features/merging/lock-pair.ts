import { ConflictError, ForbiddenError, ValidationError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { keptFirst, type MergeRule, mergeRuleOf } from '../../domain/merge-rule.js';
import type { Lead, Ownership } from '../../platform/db/generated/prisma/client.js';
import { isImpartial, type Verb } from '../../platform/identity/may.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { lockLead } from '../leads/lock-lead.js';
import { requireProtected } from '../leads/require-protected.js';
import { requireVisible } from '../leads/require-visible.js';

/** A locked lead with its present ownership; null without protection. */
export interface Side {
  readonly lead: Lead;
  readonly ownership: Ownership | null;
}

export interface Pair {
  /** The earlier registration. */
  readonly kept: Side;
  readonly merged: Side;
  readonly rule: MergeRule;
}

/**
 * Locks two leads, always in the same order, and tells which of them is kept.
 * @throws NotFoundError if the actor does not see one of them
 * @throws ForbiddenError if they are of two agents, and the actor is one of those
 * @throws ConflictError if one of them cannot be merged
 */
export async function lockPair(
  ctx: TxContext,
  { leadId, otherLeadId }: { readonly leadId: string; readonly otherLeadId: string },
  verb: Verb,
): Promise<Pair> {
  if (leadId === otherLeadId) {
    const message = 'is the lead itself, allowed is another one';
    throw new ValidationError([{ path: 'otherLeadId', message }]);
  }
  // In the order in which they were given: the order of their ids would tell a hidden lead from one that does not exist.
  for (const id of [leadId, otherLeadId]) await requireVisible(ctx, id);
  const leads = new Map<string, Lead>();
  for (const id of [leadId, otherLeadId].sort()) leads.set(id, await lockLead(ctx, id, verb));
  const sides: Side[] = [];
  for (const lead of leads.values()) sides.push(await sideOf(ctx, lead));
  const [one, other] = sides;
  if (!one || !other) throw new Error('Two leads are merged, not fewer.');
  const [first, second] = keptFirst(ordered(one), ordered(other));
  const rule = mergeRuleOf(first, second);
  const isAmongTwo = rule === 'KEPT' && !isImpartial(ctx.actor, first.ownerId, second.ownerId);
  if (isAmongTwo) {
    throw new ForbiddenError(
      'A lead of one’s own and one of another agent are merged by another manager.',
    );
  }
  return { kept: first.side, merged: second.side, rule };

  function ordered(side: Side) {
    const { id, registeredAt } = side.lead;
    return { id, registeredAt, ownerId: side.ownership?.ownerId ?? null, side };
  }
}

async function sideOf(ctx: TxContext, lead: Lead): Promise<Side> {
  const id = globalIdOf('Lead', lead.id);
  if (lead.status === 'CONVERTED') {
    throw new ConflictError(
      `The lead ${id} is a customer, allowed are leads that are none.`,
      'EXISTING_CUSTOMER',
    );
  }
  if (lead.status !== 'ACTIVE') return { lead, ownership: null };
  requireProtected(lead, ctx.now);
  const ownership = await ctx.tx.ownership.findFirst({ where: { leadId: lead.id, endedAt: null } });
  if (!ownership) throw new Error(`The ACTIVE lead ${lead.id} has no ownership.`);
  return { lead, ownership };
}
