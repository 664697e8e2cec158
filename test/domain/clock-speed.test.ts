import { expect, it } from 'vitest';
import { project } from '../../src/domain/clock.js';
import { ACTIVITY_KINDS, DEFAULT_POLICY } from '../../src/domain/policy.js';
import { DAY, HOUR, wall } from './instants.js';

it('projects 100,000 leads with 5 holds and 20 activities each within seconds', () => {
  const now = wall('2026-11-24T00:00');
  const leads = Array.from({ length: 100_000 }, (_, lead) => {
    const assignedAt = now - (lead % 200) * DAY - (lead % 1440) * HOUR;
    const age = now - assignedAt;
    return {
      assignedAt,
      extensionMonths: lead % 3,
      warnings: [],
      activities: Array.from({ length: 20 }, (_, index) => ({
        kind: ACTIVITY_KINDS[(lead + index) % ACTIVITY_KINDS.length] ?? 'NOTE',
        performedAt: assignedAt + ((lead * 31 + index * 7919) % 1000) * (age / 1000),
      })),
      holds: Array.from({ length: 5 }, (_, index) => {
        const startAt = assignedAt + ((lead * 17 + index * 43) % 200) * DAY;
        return { startAt, endAt: startAt + (1 + ((lead + index) % 30)) * DAY };
      }),
    };
  });
  const startedAt = performance.now();
  for (const facts of leads) project(facts, DEFAULT_POLICY, now);
  const elapsedMs = performance.now() - startedAt;
  // About 0.4 s on one idle core; the bound leaves room for a busy machine.
  expect(elapsedMs).toBeLessThan(5_000);
});
