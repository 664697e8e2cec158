import { expect, it } from 'vitest';
import { project } from '../../src/domain/clock.js';
import { ACTIVITY_KINDS, DEFAULT_POLICY } from '../../src/domain/policy.js';
import { DAY, HOUR, wall } from './instants.js';

const NOW = wall('2026-11-24T00:00');

/** A lead of the last 200 days with five holds and twenty activities, `times` over. */
function factsOf(lead: number, times: number) {
  const assignedAt = NOW - (lead % 200) * DAY - (lead % 1440) * HOUR;
  const age = NOW - assignedAt;
  return {
    assignedAt,
    extensionMonths: lead % 3,
    warnings: [],
    activities: Array.from({ length: 20 * times }, (_, index) => ({
      kind: ACTIVITY_KINDS[(lead + index) % ACTIVITY_KINDS.length] ?? 'NOTE',
      performedAt: assignedAt + ((lead * 31 + index * 7919) % 1000) * (age / 1000),
    })),
    holds: Array.from({ length: 5 * times }, (_, index) => {
      const startAt = assignedAt + ((lead * 17 + index * 43) % 200) * DAY;
      return { startAt, endAt: startAt + (1 + ((lead + index) % 30)) * DAY };
    }),
  };
}

/** How often the projection looks at anything of the leads: what it costs, without a clock. */
function looksAt(leads: number, times: number): number {
  let looks = 0;
  const counted = <T extends object>(facts: T): T =>
    new Proxy(facts, {
      get(target, key) {
        looks += 1;
        const value = Reflect.get(target, key);
        return typeof value === 'object' && value !== null ? counted(value) : value;
      },
    });
  for (let lead = 0; lead < leads; lead += 1) {
    project(counted(factsOf(lead, times)), DEFAULT_POLICY, NOW);
  }
  return looks;
}

it('looks at each hold and activity of a lead about five times', () => {
  expect(looksAt(1000, 1) / 1000).toBeLessThan(25 * 6);
});

it('costs ten times as much with ten times as many holds and activities, not a hundred times', () => {
  expect(looksAt(200, 10) / looksAt(200, 1)).toBeLessThan(20);
});
