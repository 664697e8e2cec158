import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, policyFor } from '../../src/domain/policy.js';
import { policyProblems } from '../../src/domain/policy-problems.js';

describe('the policy of a business type', () => {
  const policy = { ...DEFAULT_POLICY, version: 7, overrides: { HOTEL: { progressDays: 90 } } };

  it('is the general one with its differences, under the same version', () => {
    expect(policyFor(policy, 'HOTEL')).toEqual({ ...policy, progressDays: 90, overrides: {} });
  });

  it.each([null, 'CANTEEN', 'constructor', '__proto__'])('is the general one for %s', (type) => {
    expect(policyFor(policy, type)).toBe(policy);
  });
});

describe('the problems of a policy', () => {
  it('are none for the default', () => {
    expect(policyProblems(DEFAULT_POLICY)).toEqual([]);
  });

  it('name the value, where it was, and what is allowed', () => {
    expect(policyProblems({ ...DEFAULT_POLICY, graceDays: 2.5 })).toEqual([
      { path: 'graceDays', message: '2.5 given, allowed is a whole number from 0 to 36500' },
    ]);
  });

  it.each([
    ['baseMonths', 0],
    ['progressDays', -1],
    ['progressDays', Number.NaN],
    ['warningLeadDays', 61],
    ['graceDays', 1e9],
    ['baseReminderDays', -1],
    ['timeZone', 'Europe/Nowhere'],
  ])('are found in %s = %s', (setting, value) => {
    const problems = policyProblems({ ...DEFAULT_POLICY, [setting]: value });
    expect(problems.map(({ path }) => path)).toContain(setting);
  });

  it.each(['mode', 'graceAnchor', 'dayBoundary'])('are found in a %s nobody knows', (setting) => {
    const problems = policyProblems({ ...DEFAULT_POLICY, [setting]: 'SOMETIMES' });
    expect(problems.map(({ path }) => path)).toEqual([setting]);
  });

  it('are found in a kind nobody knows', () => {
    const qualifyingKinds = JSON.parse('["QUALIFIED_CALL", "LUNCH"]');
    expect(policyProblems({ ...DEFAULT_POLICY, qualifyingKinds })).toHaveLength(1);
  });

  it('are found in an override together with what it overrides', () => {
    const overrides = { HOTEL: { progressDays: 5 }, CANTEEN: { graceDays: 14 } };
    expect(policyProblems({ ...DEFAULT_POLICY, overrides })).toEqual([
      {
        path: 'overrides.HOTEL.warningLeadDays',
        message: '7 given, allowed is at most progressDays, which is 5',
      },
    ]);
  });
});
