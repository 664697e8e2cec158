import { z } from 'zod';
import { appendAudit } from '../audit/append-audit.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../context.js';
import { type Lead, Prisma } from '../db/generated/prisma/client.js';
import { lookUp } from '../db/look-up.js';
import { addPeriod, endOfLocalDay } from '../domain/calendar.js';
import { ConflictError, ForbiddenError } from '../errors.js';
import { once } from '../idempotency/once.js';
import { idempotencyKeyInput, idInput, parseInput } from '../parse-input.js';
import { loadPolicy } from '../settings/load-policy.js';
import { readSetting } from '../settings/read-setting.js';
import { appendLeadEvent } from './append-lead-event.js';
import { refuseOverProtectedLimit, startOwnership } from './change-ownership.js';
import { findOwner } from './find-owner.js';
import { type Recognisable, refuseProtected } from './find-protected.js';
import { lockAgent } from './lock-agent.js';
import { lockRow } from './lock-lead.js';
import { requireKnown } from './require-visible.js';
import { pooledLeads } from './visibility.js';

export const claimLeadInput = z.object({
  leadId: idInput,
  /** The actor if left out; another one is for programs. */
  ownerId: idInput.nullish(),
  idempotencyKey: idempotencyKeyInput,
});

export type ClaimLeadInput = z.input<typeof claimLeadInput>;

/**
 * Takes a lead out of the pool, for the actor or for whom a program names; its protection begins anew.
 * @throws ConflictError if it is not in the pool, somebody else was faster, or a limit forbids it
 */
export async function claimLead(
  ctx: VerbContext,
  input: ClaimLeadInput,
): Promise<{ leadId: string; replayed: boolean }> {
  requireMay(ctx, 'claimLead');
  const { leadId, ownerId, idempotencyKey } = parseInput(claimLeadInput, input);
  const agentId = ownerId ?? ctx.actor.id;
  if (agentId !== ctx.actor.id && ctx.actor.role !== 'SERVICE') {
    throw new ForbiddenError('Agents claim leads for themselves; naming another is for programs.');
  }
  if (agentId === null) throw new ForbiddenError('Only a person can claim a lead.');
  const { replayed } = await inTransaction(ctx, (tx) =>
    once(
      tx,
      'claimLead',
      idempotencyKey,
      { leadId, ...(ownerId ? { ownerId } : {}) },
      async () => {
        await lockAgent(tx, agentId);
        const owner = await findOwner(tx, agentId);
        const lead = await lockPooledLead(tx, leadId);
        await refuseInCoolDown(tx, leadId, agentId);
        await refuseOverDailyLimit(tx, agentId);
        await refuseOverProtectedLimit(tx, agentId);
        await refuseProtected(tx, { ...lead, contacts: await pooledContacts(tx, leadId) });
        const claimed = await startOwnership(tx, lead, owner);
        await appendAudit(tx, {
          action: 'claimLead',
          entity: 'Lead',
          entityId: leadId,
          leadId,
          before: { status: lead.status, ownerId: null },
          after: { status: 'ACTIVE', ownerId: owner.id },
        });
        await appendLeadEvent(tx, 'LEAD_CLAIMED', claimed, { ownerId: owner.id });
        return { id: leadId };
      },
      requireKnown,
    ),
  );
  return { leadId, replayed };
}

/** The row lock decides between two claimers: the second one finds the lead no longer in the pool. */
async function lockPooledLead(ctx: TxContext, id: string): Promise<Lead> {
  const inPool = Prisma.sql`lead.status IN (${Prisma.join([...pooledLeads.status.in])})`;
  const locked = await lockRow(ctx, id, inPool);
  const lead = locked ? await ctx.tx.lead.findFirst({ where: { id, AND: [pooledLeads] } }) : null;
  if (lead) return lead;
  // Whether it was claimed, never lay in the pool or does not exist at all: the answer is the same.
  throw new ConflictError('The lead is not in the pool, or not any more.', 'NOT_IN_POOL');
}

/** Of the people at a lead in the pool, whom nobody sees there, what the lead is recognised by. */
async function pooledContacts(ctx: TxContext, leadId: string): Promise<Recognisable['contacts']> {
  const contacts = await lookUp(ctx.tx, () =>
    ctx.tx.contact.findMany({ where: { leadId }, select: { emailKey: true, phoneKey: true } }),
  );
  return contacts.map(({ emailKey, phoneKey }) => ({ email: emailKey, phone: phoneKey }));
}

async function refuseInCoolDown(ctx: TxContext, leadId: string, agentId: string): Promise<void> {
  const days = await readSetting(ctx.tx, 'reclaimCoolDownDays');
  if (days === 0) return;
  const last = await lookUp(ctx.tx, () =>
    ctx.tx.ownership.findFirst({
      where: { leadId, ownerId: agentId, endedAt: { not: null } },
      select: { endedAt: true },
      orderBy: { endedAt: 'desc' },
    }),
  );
  if (!last?.endedAt) return;
  const { timeZone } = await loadPolicy(ctx.tx);
  const free = addPeriod(last.endedAt.getTime(), { months: 0, days }, timeZone);
  if (ctx.now.getTime() < free) {
    const until = new Date(free).toISOString();
    throw new ConflictError(
      `Its former owner can claim the lead again from ${until} on.`,
      'COOL_DOWN',
    );
  }
}

/** Counts what the agent took out of the pool in this local day, also if it was given back since. */
async function refuseOverDailyLimit(ctx: TxContext, agentId: string): Promise<void> {
  const most = await readSetting(ctx.tx, 'claimsPerDay');
  const { timeZone } = await loadPolicy(ctx.tx);
  const dayEnd = endOfLocalDay(ctx.now.getTime() + 1, timeZone);
  const dayStart = addPeriod(dayEnd, { months: 0, days: -1 }, timeZone);
  const [row] = await lookUp(
    ctx.tx,
    () => ctx.tx.$queryRaw<{ claims: number }[]>`
    SELECT count(*)::int AS claims
    FROM ownership CROSS JOIN LATERAL (
      SELECT end_reason FROM ownership AS earlier
      WHERE earlier.lead_id = ownership.lead_id AND earlier.id <> ownership.id
        AND earlier.ended_at <= ownership.assigned_at
      ORDER BY earlier.ended_at DESC, earlier.assigned_at DESC, earlier.id DESC LIMIT 1
    ) AS before
    WHERE ownership.owner_id = ${agentId}::uuid
      AND ownership.assigned_at >= ${new Date(dayStart).toISOString()}::timestamptz
      AND before.end_reason IN ('RELEASED', 'NO_PROGRESS', 'BASE_PERIOD_ENDED')`,
  );
  if ((row?.claims ?? 0) >= most) {
    const until = new Date(dayEnd).toISOString();
    throw new ConflictError(
      `${most} leads a day can be claimed from the pool; the next one from ${until} on.`,
      'CLAIM_LIMIT',
    );
  }
}
