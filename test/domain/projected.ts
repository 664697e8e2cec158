import { project, stateAt } from '../../src/domain/clock.js';
import type { ProtectionFacts } from '../../src/domain/facts.js';
import { DEFAULT_POLICY, type ProtectionPolicy } from '../../src/domain/policy.js';
import { factsWith, wall } from './instants.js';

/** An instant by which everything in these tests is past. */
export const LATE = wall('2030-01-01T00:00');

export function projected(
  facts: Partial<ProtectionFacts> = {},
  policy: Partial<ProtectionPolicy> = {},
  now = LATE,
) {
  return project(factsWith(facts), { ...DEFAULT_POLICY, ...policy }, now);
}

export function stateOf(facts: Partial<ProtectionFacts>, now: number, policy = DEFAULT_POLICY) {
  return stateAt(project(factsWith(facts), policy, now), 'ACTIVE', now);
}

/** The warning of the first window, issued the moment it was due. */
export const warned = { windowStart: wall('2026-06-01T12:00'), sentAt: wall('2026-07-24T12:00') };
