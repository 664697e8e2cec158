import type { FieldProblem } from './errors.js';
import { HOLIDAY_REGIONS } from './holidays/working-days.js';
import {
  ACTIVITY_KINDS,
  DAY_BOUNDARIES,
  GRACE_ANCHORS,
  MAX_PERIOD_DAYS,
  MAX_PERIOD_MONTHS,
  PROTECTION_MODES,
  type ProtectionPolicy,
  policyFor,
} from './policy.js';

/** The faults of a policy and of each of its overrides; empty if it is valid. */
export function policyProblems(policy: ProtectionPolicy): FieldProblem[] {
  const own = problemsOf(policy);
  const overridden = Object.keys(policy.overrides).flatMap((businessType) =>
    problemsOf(policyFor(policy, businessType))
      .filter(
        ({ path, message }) =>
          !own.some((problem) => problem.path === path && problem.message === message),
      )
      .map(({ path, message }) => ({ path: `overrides.${businessType}.${path}`, message })),
  );
  return [...own, ...overridden];
}

function problemsOf(policy: ProtectionPolicy): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const report = (setting: keyof ProtectionPolicy, allowed: string) =>
    problems.push({
      path: setting,
      message: `${JSON.stringify(policy[setting])} given, allowed is ${allowed}`,
    });
  const integer = (setting: NumericSetting, min: number, max: number) => {
    const value = policy[setting];
    if (!Number.isInteger(value) || value < min || value > max) {
      report(setting, `a whole number from ${min} to ${max}`);
    }
  };
  const oneOf = (setting: keyof ProtectionPolicy, allowed: readonly unknown[]) => {
    if (!allowed.includes(policy[setting])) report(setting, `one of ${allowed.join(', ')}`);
  };

  integer('baseMonths', 1, MAX_PERIOD_MONTHS);
  integer('progressDays', 1, MAX_PERIOD_DAYS);
  integer('warningLeadDays', 0, MAX_PERIOD_DAYS);
  integer('graceDays', 0, MAX_PERIOD_DAYS);
  integer('baseReminderDays', 0, MAX_PERIOD_DAYS);
  oneOf('graceAnchor', GRACE_ANCHORS);
  oneOf('mode', PROTECTION_MODES);
  oneOf('dayBoundary', DAY_BOUNDARIES);
  oneOf('shiftToWorkingDay', [true, false]);
  oneOf('holidayRegion', HOLIDAY_REGIONS);
  if (policy.warningLeadDays > policy.progressDays) {
    report('warningLeadDays', `at most progressDays, which is ${policy.progressDays}`);
  }
  if (policy.qualifyingKinds.some((kind) => !ACTIVITY_KINDS.includes(kind))) {
    report('qualifyingKinds', `a list of ${ACTIVITY_KINDS.join(', ')}`);
  }
  if (!isTimeZone(policy.timeZone)) report('timeZone', 'an IANA time zone like Europe/Berlin');
  return problems;
}

type NumericSetting =
  | 'baseMonths'
  | 'progressDays'
  | 'warningLeadDays'
  | 'graceDays'
  | 'baseReminderDays';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
