/** What becomes of the protections of two leads that are merged. */
export const MERGE_RULES = {
  JOINED:
    'Both are of one agent: one protection with the facts of both, from the earlier assignment on.',
  KEPT: 'The protection of the earlier registration goes on; that of the other agent ends, and its facts do not count.',
  TAKEN_OVER:
    'Only the later registration is protected: its protection passes to the earlier one as it is.',
  ENDED: 'Neither is protected.',
} as const;

export type MergeRule = keyof typeof MERGE_RULES;

/** What decides which of two leads is kept, and whose it is. */
export interface MergeSide {
  readonly id: string;
  readonly registeredAt: Date;
  /** Null without protection. */
  readonly ownerId: string | null;
}

/** The earlier registration is kept; of two at once, the one with the smaller id, which was written first. */
export function keptFirst<Side extends MergeSide>(one: Side, other: Side): [Side, Side] {
  const difference = one.registeredAt.getTime() - other.registeredAt.getTime();
  const first = difference === 0 ? one.id < other.id : difference < 0;
  return first ? [one, other] : [other, one];
}

export function mergeRuleOf(kept: MergeSide, merged: MergeSide): MergeRule {
  if (kept.ownerId === null) return merged.ownerId === null ? 'ENDED' : 'TAKEN_OVER';
  return kept.ownerId === merged.ownerId ? 'JOINED' : 'KEPT';
}
