import { z } from 'zod';
import { type ProtectionProjection, project } from '../../domain/clock.js';
import { mergeFacts } from '../../domain/merge-facts.js';
import type { MergeRule } from '../../domain/merge-rule.js';
import { policyFor } from '../../domain/policy.js';
import { requireMay } from '../../platform/identity/may.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { loadFacts } from '../protection/load-facts.js';
import { lockPair, type Pair } from './lock-pair.js';
import { countRows, type MovedTable } from './move-rows.js';

export const previewMergeInput = z.object({ leadId: idInput, otherLeadId: idInput });

export type PreviewMergeInput = z.input<typeof previewMergeInput>;

export interface MergePreview {
  readonly keptId: string;
  readonly mergedId: string;
  readonly rule: MergeRule;
  /** Whose the lead will be; null without protection. */
  readonly ownerId: string | null;
  /** How many rows of the merged lead pass. */
  readonly passing: Readonly<Record<MovedTable, number>>;
  readonly keptBefore: ProtectionProjection | null;
  readonly mergedBefore: ProtectionProjection | null;
  readonly after: ProtectionProjection | null;
}

/**
 * What `mergeLeads` would do with two leads. Writes nothing.
 * @throws the errors of `mergeLeads`
 */
export async function previewMerge(
  ctx: VerbContext,
  input: PreviewMergeInput,
): Promise<MergePreview> {
  requireMay(ctx, 'previewMerge');
  const wanted = parseInput(ctx, previewMergeInput, input);
  return inTransaction(ctx, async (ctx) => {
    const pair = await lockPair(ctx, wanted, 'previewMerge');
    const { kept, merged, rule } = pair;
    return {
      keptId: kept.lead.id,
      mergedId: merged.lead.id,
      rule,
      ownerId: (kept.ownership ?? merged.ownership)?.ownerId ?? null,
      passing: await countRows(ctx, merged.lead.id),
      ...(await projections(ctx, pair)),
    };
  });
}

async function projections(ctx: TxContext, { kept, merged, rule }: Pair) {
  const facts = await loadFacts(ctx.tx, [kept.lead.id, merged.lead.id]);
  const policy = policyFor(await loadPolicy(ctx.tx), kept.lead.businessType);
  const [ofKept, ofMerged] = [facts.get(kept.lead.id), facts.get(merged.lead.id)];
  const now = ctx.now.getTime();
  const joined = rule === 'JOINED' && ofKept && ofMerged ? mergeFacts(ofKept, ofMerged) : null;
  const counting = joined ?? ofKept ?? ofMerged;
  const mergedPolicy = policyFor(await loadPolicy(ctx.tx), merged.lead.businessType);
  return {
    keptBefore: ofKept ? project(ofKept, policy, now) : null,
    mergedBefore: ofMerged ? project(ofMerged, mergedPolicy, now) : null,
    after: counting ? project(counting, policy, now) : null,
  };
}
