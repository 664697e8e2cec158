import type { Conflict, ConflictVerdict } from '../../domain/judge-conflict.js';
import type { Reason } from '../../domain/matching/compare-companies.js';
import { newId } from '../../platform/db/ids.js';
import { lookUp } from '../../platform/db/look-up.js';
import { appendEvents } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** The lead that decided a conflict, and the criteria by which it was recognised. */
export interface Met {
  readonly leadId: string;
  readonly verdict: Exclude<ConflictVerdict, 'FREE'>;
  readonly why: readonly Reason['by'][];
}

/** The lead that a conflict met; null without a conflict, or where only a tombstone matches: no record tells where an erased person was known. */
export function metIn({ verdict, with: other, why }: Conflict): Met | null {
  if (verdict === 'FREE' || other === null || other.buried) return null;
  return { leadId: other.id, verdict, why: [...new Set(why.map(({ by }) => by))] };
}

/** A refused request. */
export interface Refused {
  readonly met: Met;
  /** The lead that was to be changed; null for a new one. */
  readonly newLeadId: string | null;
}

/** An override: a lead that was written in spite of another one. */
export interface Overridden {
  readonly met: Met;
  readonly newLeadId: string;
  readonly reason: string | null;
}

/**
 * Records what was refused for certain. A question whether a company is possibly the same one is answered by a reason, and
 * is no refusal.
 */
export async function recordRefusals(
  ctx: TxContext,
  verb: string,
  refused: readonly Refused[],
): Promise<void> {
  const certain = refused.filter(({ met }) => met.verdict !== 'POSSIBLY_SAME');
  await record(
    ctx,
    certain.map(({ met, newLeadId }) => ({
      kind: 'REFUSED',
      verb,
      met,
      newLeadId,
      reason: null,
      status: 'NOTED',
    })),
  );
}

/** Records what was written in spite of a conflict: a manager confirms it afterwards, or undoes it. */
export async function recordOverrides(
  ctx: TxContext,
  verb: string,
  overridden: readonly Overridden[],
): Promise<void> {
  await record(
    ctx,
    overridden.map((one) => ({ kind: 'OVERRIDDEN', verb, ...one, status: 'OPEN' })),
  );
}

/** `recordOverrides` for a lead that passed the gate by itself. */
export function recordOverride(
  ctx: TxContext,
  verb: string,
  newLeadId: string,
  passed: { readonly overrideReason: string | null; readonly overridden: Met | null },
): Promise<void> {
  const { overridden: met, overrideReason: reason } = passed;
  return recordOverrides(ctx, verb, met === null ? [] : [{ met, newLeadId, reason }]);
}

interface NewConflict extends Omit<Overridden, 'newLeadId'> {
  readonly kind: 'REFUSED' | 'OVERRIDDEN';
  readonly verb: string;
  readonly newLeadId: string | null;
  readonly status: 'NOTED' | 'OPEN';
}

async function record(ctx: TxContext, conflicts: readonly NewConflict[]): Promise<void> {
  const { tx, now, actor } = ctx;
  const { id: askedById } = actor;
  if (askedById === null || conflicts.length === 0) return;
  const leads = await concerned(ctx, conflicts);
  // Agents whose leads resemble each other take nothing from others.
  const foreign = conflicts.filter(({ met, newLeadId }) => {
    const ownerId = newLeadId === null ? null : leads.get(newLeadId)?.ownerId;
    return ownerId == null || ownerId !== leads.get(met.leadId)?.ownerId;
  });
  const rows = foreign.map(({ met, ...conflict }) => ({
    id: newId(),
    askedById,
    leadId: met.leadId,
    verdict: met.verdict,
    why: [...met.why],
    createdAt: now,
    ...conflict,
  }));
  await tx.conflict.createMany({ data: rows });
  await appendEvents(
    tx,
    rows.map(({ id, kind, verdict, leadId }) => ({
      type: 'CONFLICT_NOTED',
      occurredAt: now,
      actorId: askedById,
      // For the managers: the owner of the lead is not told that others asked for it.
      lead: { id: leadId, ownerId: null, territory: leads.get(leadId)?.territory ?? null },
      payload: { conflictId: id, kind, verdict },
    })),
  );
}

/** Owner and territory of both leads of each conflict. */
async function concerned({ tx }: TxContext, conflicts: readonly NewConflict[]) {
  const ids = new Set(
    conflicts.flatMap(({ met, newLeadId }) => [met.leadId, newLeadId ?? []].flat()),
  );
  const leads = await lookUp(tx, () =>
    tx.lead.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, ownerId: true, territory: true },
    }),
  );
  return new Map(leads.map((lead) => [lead.id, lead]));
}
