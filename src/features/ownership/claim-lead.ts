import { z } from 'zod';
import { ConflictError, ForbiddenError } from '../../domain/errors.js';
import { withExtension } from '../../domain/matching/contact-keys.js';
import type { LeadIdentity } from '../../domain/matching/read-lead.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { type Lead, Prisma } from '../../platform/db/generated/prisma/client.js';
import { lookUp, openPooled } from '../../platform/db/look-up.js';
import { requireMay } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import {
  idempotencyKeyInput,
  idInput,
  optionalText,
  parseInput,
} from '../../platform/verbs/parse-input.js';
import { passGate } from '../conflicts/gate.js';
import { questionOf } from '../conflicts/match-keys.js';
import { recordingRefusal } from '../conflicts/record-checks.js';
import { recordOverride } from '../conflicts/record-conflicts.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { findOwner } from '../leads/find-owner.js';
import { lockAgent } from '../leads/lock-agent.js';
import { lockRow } from '../leads/lock-lead.js';
import { requireKnown } from '../leads/require-visible.js';
import { pooledLeads } from '../leads/visibility.js';
import { startOwnership } from './change-ownership.js';
import { requireRoomFor } from './owner-limits.js';

export const claimLeadInput = z.object({
  leadId: idInput,
  /** The actor if left out; another one is for programs. */
  ownerId: idInput.nullish(),
  /** Why it is another company than the one under protection that it resembles. */
  overrideReason: optionalText(500),
  idempotencyKey: idempotencyKeyInput,
});

export type ClaimLeadInput = z.input<typeof claimLeadInput>;

/**
 * Takes a lead out of the pool, for the actor or for the agent whom a program names; its protection begins anew.
 * @throws ConflictError if it is not in the pool, another agent was faster, a limit forbids it, or the company is
 * protected for another agent or a customer meanwhile
 * @throws ValidationError if it may be one of those and no `overrideReason` is given
 */
export async function claimLead(
  ctx: VerbContext,
  input: ClaimLeadInput,
  keyRing: KeyRing | null = null,
): Promise<{ leadId: string; replayed: boolean }> {
  requireMay(ctx, 'claimLead');
  const { leadId, ownerId, overrideReason, idempotencyKey } = parseInput(
    ctx,
    claimLeadInput,
    input,
  );
  const agentId = ownerId ?? ctx.actor.id;
  if (agentId !== ctx.actor.id && ctx.actor.role !== 'SERVICE') {
    throw new ForbiddenError('Agents claim leads for themselves; naming another is for programs.');
  }
  if (agentId === null) throw new ForbiddenError('Only a person can claim a lead.');
  const { replayed } = await recordingRefusal(ctx, 'claimLead', keyRing, () =>
    inTransaction(ctx, (tx) =>
      once(tx, {
        verb: 'claimLead',
        key: idempotencyKey,
        input: { leadId, overrideReason, ...(ownerId ? { ownerId } : {}) },
        run: async () => {
          await lockAgent(tx, agentId);
          const owner = await findOwner(tx, agentId);
          const lead = await lockPooledLead(tx, leadId);
          const contacts = await pooledContacts(tx, leadId);
          const question = { ...questionOf({ ...lead, contacts }, leadId), comesBack: true };
          const passed = await passGate(tx, question, keyRing, overrideReason);
          const formerLeadIds = [leadId, ...passed.former.map(({ id }) => id), ...passed.resembled];
          const claimedAt = ctx.now;
          await requireRoomFor(tx, { ownerId: agentId, formerLeadIds, claimedAt });
          const claimed = await startOwnership(tx, lead, owner, claimedAt);
          await recordOverride(tx, 'claimLead', leadId, passed);
          await appendAudit(tx, {
            action: 'claimLead',
            entity: 'Lead',
            entityId: leadId,
            leadId,
            before: { status: lead.status, ownerId: null },
            after: {
              status: 'ACTIVE',
              ownerId: owner.id,
              overrideReason: passed.overrideReason,
            },
          });
          await appendLeadEvent(tx, 'LEAD_CLAIMED', claimed, {
            ownerId: owner.id,
            ...(passed.overrideReason ? { resembles: true } : {}),
          });
          return { id: leadId };
        },
        mayKnow: requireKnown,
      }),
    ),
  );
  return { leadId, replayed };
}

/** The row lock decides between two claimers: the second one finds the lead no longer in the pool. */
async function lockPooledLead(ctx: TxContext, id: string): Promise<Lead> {
  await openPooled(ctx.tx, id);
  const inPool = Prisma.sql`lead.status IN (${Prisma.join([...pooledLeads.status.in])})`;
  const locked = await lockRow(ctx, id, inPool);
  const lead = locked ? await ctx.tx.lead.findFirst({ where: { id, AND: [pooledLeads] } }) : null;
  if (lead) return lead;
  // Whether it was claimed, never lay in the pool or does not exist at all: the answer is the same.
  throw new ConflictError('The lead is not in the pool, or not any more.', 'NOT_IN_POOL');
}

/** The keys of the contacts of a lead in the pool, which are visible to no actor there. */
async function pooledContacts(ctx: TxContext, leadId: string): Promise<LeadIdentity['contacts']> {
  const contacts = await lookUp(ctx.tx, () =>
    ctx.tx.contact.findMany({
      where: { leadId },
      select: { emailKey: true, phoneKey: true, switchboard: true },
    }),
  );
  return contacts.map(({ emailKey, phoneKey, switchboard }) => ({
    email: emailKey,
    phone: phoneKey === null ? null : withExtension(phoneKey, switchboard),
  }));
}
