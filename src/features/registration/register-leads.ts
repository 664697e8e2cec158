import { type Candidate, type Conflict, decideConflict } from '../../domain/judge-conflict.js';
import { isReason } from '../../domain/text/is-reason.js';
import { newId } from '../../platform/db/ids.js';
import { lookUp } from '../../platform/db/look-up.js';
import { isManager } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { createBatchCandidates } from '../conflicts/batch-candidates.js';
import { conflictRules, judgeAll, REFUSALS } from '../conflicts/gate.js';
import { lockMatchKeys, questionOf } from '../conflicts/match-keys.js';
import {
  type Met,
  metIn,
  type Overridden,
  recordOverrides,
} from '../conflicts/record-conflicts.js';
import { impliedStage, type NewLead } from '../leads/new-lead.js';
import { claimedBy } from '../ownership/claims.js';
import { type Gain, loadOwnerLimits, type Refusal } from '../ownership/owner-limits.js';
import { draftRefusals } from '../receipts/draft-refusals.js';
import { insertLeads, type LeadToInsert } from './insert-leads.js';

/** A lead of a batch, and why it is another company than the one it resembles, if it does. */
export type LeadOfBatch = NewLead & { readonly overrideReason?: string | null };

/** The outcome of one lead of a batch. */
export type RegisteredLead =
  | { readonly outcome: 'CREATED'; readonly leadId: string }
  | {
      readonly outcome: 'DUPLICATE';
      readonly verdict: 'PROTECTED' | 'EXISTING_CUSTOMER';
      /** The lead that it repeats, also one that the actor may not see. */
      readonly of: Pick<Candidate, 'id' | 'buried'>;
      readonly met: Met | null;
    }
  | {
      readonly outcome: 'REFUSED';
      readonly code: 'POSSIBLY_SAME' | Refusal['reason'];
      readonly message: string;
      /** The lead that it possibly is; null if another rule refuses it, or only a tombstone matches. */
      readonly ofLeadId: string | null;
    };

/**
 * Registers a batch of leads, each checked by the caller (authority, owner, fields, stage, dates), with a
 * fixed number of statements. Each passes the gate that `registerLead` passes, also against the
 * earlier ones of the batch, and its owner needs room for it. Answers in the order of the leads.
 * @param options `rehearsing` for a transaction that is rolled back: no key is held
 */
export async function registerLeads(
  ctx: TxContext,
  leads: readonly LeadOfBatch[],
  keyRing: KeyRing | null = null,
  { rehearsing = false }: { rehearsing?: boolean } = {},
): Promise<RegisteredLead[]> {
  if (leads.length === 0) return [];
  const questions = leads.map((lead) => questionOf(lead));
  // What is rolled back in the end keeps no other verb waiting.
  if (!rehearsing) {
    await lockMatchKeys(
      ctx.tx,
      questions.map(({ keys }) => keys),
    );
  }
  const judges = await judgeAll(ctx, questions, keyRing);
  const rules = await conflictRules(ctx);
  /** The candidates for a company in the database and in the batch. */
  const judge = (nth: number, inBatch: readonly Candidate[]): Conflict =>
    decideConflict(judges[nth]?.(inBatch) ?? [], rules);
  const limits = await loadOwnerLimits(
    ctx,
    leads.map(({ ownerId }, nth) => gainOf(ctx, ownerId, judge(nth, []))),
  );
  const taken = await takenImportKeys(ctx, leads);
  const batch = createBatchCandidates();
  const inserts: LeadToInsert[] = [];
  const overridden: Overridden[] = [];
  const answers = leads.map((lead, nth): RegisteredLead => {
    const question = questions[nth] ?? questionOf(lead);
    const conflict = judge(nth, batch.find(question.keys));
    const refused = refusalOf(conflict, lead.overrideReason ?? null);
    if (refused) return refused;
    const gain = gainOf(ctx, lead.ownerId, conflict);
    const limited = limits.gain(gain);
    if (limited) {
      const { reason: code, message } = limited;
      return { outcome: 'REFUSED', code, message, ofLeadId: null };
    }
    const id = newId();
    const { importKey } = lead;
    const met = metIn(conflict);
    if (met) overridden.push({ met, newLeadId: id, reason: lead.overrideReason ?? null });
    batch.add(id, lead, question.keys);
    inserts.push({
      ...lead,
      id,
      stage: lead.stage ?? impliedStage(lead),
      overrideReason: conflict.verdict === 'FREE' ? null : (lead.overrideReason ?? null),
      former: conflict.former[0],
      claimedAt: gain.claimedAt,
      importKey: importKey !== null && taken.has(importKey) ? null : importKey,
    });
    if (importKey !== null) taken.add(importKey);
    return { outcome: 'CREATED', leadId: id };
  });
  if (!rehearsing) await draftRefusalsOf(ctx, leads, answers);
  const written = await insertLeads(ctx, 'importLeads', inserts);
  if (written.size < inserts.length) throw new Error('An import key was taken meanwhile.');
  await recordOverrides(ctx, 'importLeads', overridden);
  return answers;
}

/** Leads that are the actor's own refuse nothing, and neither do earlier ones of the batch. */
async function draftRefusalsOf(
  ctx: TxContext,
  leads: readonly LeadOfBatch[],
  answers: readonly RegisteredLead[],
): Promise<void> {
  const duplicates = answers.flatMap((answer, nth) => {
    const company = leads[nth];
    return answer.outcome === 'DUPLICATE' && company ? [{ ...answer, company }] : [];
  });
  if (duplicates.length === 0 || ctx.actor.id === null) return;
  const met = [...new Set(duplicates.map(({ of }) => of.id))];
  const known = await lookUp(ctx.tx, () =>
    ctx.tx.lead.findMany({ where: { id: { in: met } }, select: { id: true } }),
  );
  const own = await ctx.tx.lead.findMany({
    where: { id: { in: met }, ownerId: ctx.actor.id },
    select: { id: true },
  });
  const refusing = new Set(known.map(({ id }) => id));
  for (const { id } of own) refusing.delete(id);
  await draftRefusals(
    ctx,
    'importLeads',
    duplicates.filter(({ of }) => refusing.has(of.id)),
  );
}

function refusalOf(conflict: Conflict, overrideReason: string | null): RegisteredLead | null {
  const { verdict, with: other } = conflict;
  if (verdict === 'FREE' || other === null) return null;
  if (verdict !== 'POSSIBLY_SAME')
    return { outcome: 'DUPLICATE', verdict, of: other, met: metIn(conflict) };
  if (isReason(overrideReason)) return null;
  const message = REFUSALS.POSSIBLY_SAME;
  // No actor is told where an erased person was known.
  const ofLeadId = other.buried ? null : other.id;
  return { outcome: 'REFUSED', code: verdict, message, ofLeadId };
}

function gainOf(ctx: TxContext, ownerId: string, { former, resembled }: Conflict): Gain {
  const formerLeadIds = [...former.map(({ id }) => id), ...resembled];
  // Whole lists come from managers, who bring back what the company had before.
  const claimedAt = isManager(ctx.actor) ? null : claimedBy(ctx, ownerId, former);
  return { ownerId, formerLeadIds, claimedAt };
}

/** Import keys are given once: a company that comes again after its lead has ended goes without. */
async function takenImportKeys(
  ctx: TxContext,
  leads: readonly NewLead[],
): Promise<Set<string | null>> {
  const importKeys = leads.flatMap(({ importKey }) => importKey ?? []);
  const taken = await lookUp(ctx.tx, () =>
    ctx.tx.lead.findMany({ where: { importKey: { in: importKeys } }, select: { importKey: true } }),
  );
  return new Set(taken.map(({ importKey }) => importKey));
}
