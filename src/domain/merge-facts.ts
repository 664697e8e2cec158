import type { ProtectionFacts } from './facts.js';

/**
 * The facts of one ownership that two leads of the same agent become: the union of both. It began when the earlier of the
 * two was assigned; activities, holds, warnings and approved months of both count.
 */
export function mergeFacts(kept: ProtectionFacts, merged: ProtectionFacts): ProtectionFacts {
  return {
    assignedAt: Math.min(kept.assignedAt, merged.assignedAt),
    activities: [...kept.activities, ...merged.activities],
    holds: [...kept.holds, ...merged.holds],
    extensionMonths: kept.extensionMonths + merged.extensionMonths,
    warnings: [...kept.warnings, ...merged.warnings],
  };
}
