import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOnHold, project, stateAt } from '../../src/domain/clock.js';
import { DEFAULT_POLICY, type ProtectionPolicy } from '../../src/domain/policy.js';

interface ReferenceCase {
  id: number;
  now: string;
  policy: Partial<ProtectionPolicy>;
  facts: {
    assignedAt: string;
    activities: string[];
    holds: [string, string | null][];
    extensionMonths: number;
    warnings: [string, string][];
  };
  expected: Record<string, string | boolean | null>;
}

const CASES: ReferenceCase[] = readFileSync('test/fixtures/clock-cases.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

function answer({ facts, policy, now }: ReferenceCase) {
  const at = Date.parse(now);
  const projection = project(
    {
      assignedAt: Date.parse(facts.assignedAt),
      activities: facts.activities.map((performedAt) => ({
        kind: 'QUALIFIED_CALL',
        performedAt: Date.parse(performedAt),
      })),
      holds: facts.holds.map(([start, end]) => ({
        startAt: Date.parse(start),
        endAt: end === null ? null : Date.parse(end),
      })),
      extensionMonths: facts.extensionMonths,
      warnings: facts.warnings.map(([windowStart, sentAt]) => ({
        windowStart: Date.parse(windowStart),
        sentAt: Date.parse(sentAt),
      })),
    },
    { ...DEFAULT_POLICY, ...policy },
    at,
  );
  const iso = (epochMs: number | null) => epochMs && new Date(epochMs).toISOString();
  return {
    anchor: iso(projection.progressAnchor),
    warningDueAt: iso(projection.warningDueAt),
    progressDeadline: iso(projection.progressDeadline),
    baseEndsAt: iso(projection.baseEndsAt),
    graceEndsAt: iso(projection.graceEndsAt),
    expiresAt: iso(projection.expiresAt),
    onHold: isOnHold(projection.holdIntervals, at),
    state: stateAt(projection, 'ACTIVE', at),
  };
}

describe('the reference cases of an independent program', () => {
  it('are 400', () => {
    expect(CASES).toHaveLength(400);
  });

  it.each(CASES)('case $id holds exactly: $expected.state', (reference) => {
    expect(answer(reference)).toEqual(reference.expected);
  });
});
