import { z } from 'zod';
import { ConflictError, NotFoundError, ValidationError } from '../../domain/errors.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import {
  idempotencyKeyInput,
  idInput,
  optionalText,
  parseInput,
  problemsIn,
} from '../../platform/verbs/parse-input.js';
import { findOwner } from '../leads/find-owner.js';
import { type LeadFilter, whereLeads } from '../leads/lead-filter.js';
import { asksForHolds, loadTurnedHolds, NO_TURNS, type TurnedHolds } from '../leads/lead-state.js';
import { ownLeads } from '../leads/visibility.js';
import { startHandOver } from './start-hand-over.js';

/** How many leads one hand-over takes. */
export const MOST_HANDED_OVER = 10_000;

/** How many leads can be named one by one. */
const MOST_NAMED = 1_000;

export const reassignLeadsInput = z.object({
  leadIds: z
    .array(idInput)
    .min(1, 'is empty, allowed are leads to hand over')
    .max(MOST_NAMED, `is too long, allowed are ${MOST_NAMED} leads, or a filter`)
    .nullish(),
  ownerId: idInput,
  reason: optionalText(1_000),
  dryRun: z.boolean().nullish(),
  idempotencyKey: idempotencyKeyInput,
});

export type ReassignLeadsInput = z.input<typeof reassignLeadsInput> & {
  /** Instead of `leadIds`: those of these that are under protection. */
  readonly filter?: LeadFilter | null | undefined;
};

export interface HandedOver {
  /** The leads that pass on, or would. */
  readonly leadIds: readonly string[];
  /** Null for a dry run. */
  readonly handOverId: string | null;
}

/**
 * A manager gives many leads to another agent, for whom their protection begins anew. They pass on one after the other in
 * the background; each agent gets one mail with all of theirs when that has ended.
 * @throws ConflictError if there is none to hand over
 * @throws NotFoundError if one of `leadIds` does not exist for the actor
 * @throws ValidationError unless leads are named in exactly one way, or if there are too many
 */
export async function reassignLeads(
  ctx: VerbContext,
  { filter, ...rest }: ReassignLeadsInput,
): Promise<HandedOver> {
  requireMay(ctx, 'reassignLeads');
  const input = parseInput(ctx, reassignLeadsInput, rest, {
    // Which leads there are is another question than whether they are named in one way.
    rules: () => problemsIn(() => chosen(ctx, filter ?? null, rest.leadIds ?? null)),
  });
  const { ownerId, reason, dryRun, idempotencyKey } = input;
  return inTransaction(ctx, async (ctx) => {
    const turned = await turnedFor(ctx, filter ?? {});
    const where = chosen(ctx, filter ?? null, input.leadIds ?? null, turned);
    await findOwner(ctx, ownerId);
    if (input.leadIds) await requireAllKnown(ctx, input.leadIds);
    if (dryRun) return { leadIds: await findLeads(ctx, where, ownerId), handOverId: null };
    const request = { ...input, filter: filter ?? null };
    const { id } = await once(ctx, {
      verb: 'reassignLeads',
      key: idempotencyKey,
      input: request,
      run: async (ctx) => {
        const leadIds = await findLeads(ctx, where, ownerId);
        if (leadIds.length === 0) {
          throw new ConflictError(
            'None of the leads is under protection with another agent.',
            'NO_LEADS',
          );
        }
        const started = await startHandOver(ctx, { toId: ownerId, reason, leadIds });
        return { id: started.handOverId };
      },
    });
    const leads = await ctx.tx.handOverLead.findMany({
      where: { handOverId: id },
      select: { leadId: true },
      orderBy: { leadId: 'asc' },
    });
    return { leadIds: leads.map(({ leadId }) => leadId), handOverId: id };
  });
}

function chosen(
  { now, actor }: VerbContext,
  filter: LeadFilter | null,
  leadIds: readonly string[] | null,
  turned = NO_TURNS,
): Prisma.LeadWhereInput {
  const criteria = Object.values(filter ?? {}).filter((value) => value != null).length;
  if (leadIds && filter === null) return { AND: [ownLeads(actor), { id: { in: [...leadIds] } }] };
  if (filter && criteria > 0 && !leadIds) {
    return { AND: [ownLeads(actor), whereLeads(filter, { seesPersonalData: true, now, turned })] };
  }
  const message = filter
    ? 'names nothing or is given beside leadIds, allowed is one way to say which leads'
    : 'nothing given, allowed are leadIds or a filter';
  throw new ValidationError([{ path: 'filter', message }]);
}

async function turnedFor({ tx, now }: TxContext, filter: LeadFilter): Promise<TurnedHolds> {
  if (!asksForHolds(filter)) return NO_TURNS;
  return loadTurnedHolds((sql, params) => tx.$queryRawUnsafe(sql, ...params), now);
}

async function findLeads(
  { tx, now }: TxContext,
  where: Prisma.LeadWhereInput,
  ownerId: string,
): Promise<string[]> {
  const found = await tx.lead.findMany({
    where: {
      AND: [where, { status: 'ACTIVE', ownerId: { not: ownerId } }],
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: MOST_HANDED_OVER + 1,
  });
  if (found.length <= MOST_HANDED_OVER) return found.map(({ id }) => id);
  const message = `more than ${MOST_HANDED_OVER} leads match, allowed are up to ${MOST_HANDED_OVER} at once`;
  throw new ValidationError([{ path: 'filter', message }]);
}

async function requireAllKnown(
  { tx, actor }: TxContext,
  leadIds: readonly string[],
): Promise<void> {
  const known = await tx.lead.findMany({
    where: { AND: [ownLeads(actor), { id: { in: [...leadIds] } }] },
    select: { id: true },
  });
  const ids = new Set(known.map(({ id }) => id));
  const missing = leadIds.find((id) => !ids.has(id));
  if (missing !== undefined) throw new NotFoundError('Lead', missing);
}
