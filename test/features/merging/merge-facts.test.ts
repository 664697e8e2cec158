import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../../src/domain/explain.js';
import type { ProtectionFacts } from '../../../src/domain/facts.js';
import { mergeFacts } from '../../../src/domain/merge-facts.js';
import { DEFAULT_POLICY } from '../../../src/domain/policy.js';

const NOW = Date.parse('2026-06-01T09:00:00Z');
const DAY_MS = 86_400_000;
const past = fc.integer({ min: NOW - 300 * DAY_MS, max: NOW });

const facts: fc.Arbitrary<ProtectionFacts> = fc.record({
  assignedAt: past,
  activities: fc.array(
    fc.record({ kind: fc.constantFrom('QUALIFIED_CALL', 'NOTE'), performedAt: past }),
    { maxLength: 5 },
  ),
  holds: fc.array(
    fc.tuple(past, fc.option(fc.integer({ min: 1, max: 60 }))).map(([startAt, days]) => ({
      startAt,
      endAt: days === null ? null : startAt + days * DAY_MS,
    })),
    { maxLength: 4 },
  ),
  extensionMonths: fc.integer({ min: 0, max: 3 }),
  warnings: fc.array(
    past.map((windowStart) => ({ windowStart, sentAt: windowStart + DAY_MS })),
    { maxLength: 2 },
  ),
}) as fc.Arbitrary<ProtectionFacts>;

const explained = (merged: ProtectionFacts) => {
  const { ledger: _, ...projection } = explain(merged, DEFAULT_POLICY, NOW);
  return projection;
};

test('both directions of a merge have the same dates', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      expect(explained(mergeFacts(one, other))).toEqual(explained(mergeFacts(other, one)));
    }),
  );
});

test('the anchor of the merged window is the later of both, and the base period begins with the earlier', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const [a, b] = [explained(one), explained(other)];
      const both = explained(mergeFacts(one, other));
      const assigned = Math.max(one.assignedAt, other.assignedAt);
      // An assignment alone is no progress once the other one was earlier.
      expect(both.progressAnchor).toBeLessThanOrEqual(Math.max(a.progressAnchor, b.progressAnchor));
      if (Math.max(a.progressAnchor, b.progressAnchor) > assigned) {
        expect(both.progressAnchor).toBe(Math.max(a.progressAnchor, b.progressAnchor));
      }
    }),
  );
});
