import type { ProtectionProjection, ProtectionState } from '../../domain/clock.js';
import { describeLedger } from '../../domain/describe-ledger.js';
import type { Explanation, LedgerEntry } from '../../domain/explain.js';
import type { Forecast } from '../../domain/forecast.js';
import { ActivityKindType, ActivityType } from '../activities/types.js';
import { HoldType } from '../holds/types.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { LANGUAGE_OF, LocaleType } from '../kit/locale.js';
import { ProtectionStateType } from '../leads/codes.js';

const DATES = {
  warningDueAt: 'When the owner is warned that progress is due.',
  progressDeadline: 'Until when progress is due.',
  warningIssuedAt: 'When the warning of this window was issued, delivered or not.',
  warnedAt: 'From when on the warning of this window counts; null while it is not delivered.',
  graceEndsAt: 'When the grace days end; only once warned.',
  baseEndsAt: 'When the base period ends, with its extensions.',
  baseReminderDueAt: 'When the owner is told that the base period ends.',
  expiresAt: 'When protection ends.',
} as const satisfies Partial<Record<keyof ProtectionProjection, string>>;

interface Dates extends ProtectionProjection {
  readonly state: ProtectionState;
}

const ProtectionDatesType = builder.interfaceRef<Dates>('ProtectionDates').implement({
  description: 'The dates of a protection. Null is paused by an open hold, or not set yet.',
  fields: (t) => ({
    state: t.field({
      type: ProtectionStateType,
      description: 'How the lead is protected then.',
      resolve: ({ state }) => state,
    }),
    progressAnchor: t.field({
      type: 'DateTime',
      description: 'When the window began.',
      resolve: ({ progressAnchor }) => new Date(progressAnchor),
    }),
    policyVersion: t.exposeInt('policyVersion', { description: 'Version of the policy.' }),
    ...Object.fromEntries(
      Object.entries(DATES).map(([quantity, description]) => [
        quantity,
        t.field({
          type: 'DateTime',
          nullable: true,
          description,
          resolve: (dates) => toDate(dates[quantity as keyof typeof DATES]),
        }),
      ]),
    ),
  }),
});

function toDate(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}

const LedgerEntryType = builder.objectRef<LedgerEntry>('LedgerEntry').implement({
  description: 'One line of the calculation.',
  fields: (t) => ({
    kind: t.string({
      description:
        'POLICY, ACTIVITY, ANCHOR, HOLD, MERGED_HOLD, EXTENSION, WARNING, PERIOD, CHOICE or BASE_REMINDER.',
      resolve: ({ kind }) => kind,
    }),
    details: t.field({
      type: 'JSON',
      description: 'All of the line: instants as ISO 8601 in UTC, lengths in milliseconds.',
      resolve: (entry) => readable(entry),
    }),
  }),
});

const LENGTHS: ReadonlySet<string> = new Set(['addedMs', 'dayEndMs', 'remainingMs']);
const INSTANTS: ReadonlySet<string> = new Set(
  'at anchor nominal performedAt startAt endAt windowStart issuedAt deliveredAt sentAt baseEndsAt'.split(
    ' ',
  ),
);

/** Epoch milliseconds as ISO text, wherever in the line they stand. */
function readable(value: unknown, key = ''): unknown {
  if (typeof value === 'number' && INSTANTS.has(key) && !LENGTHS.has(key)) {
    return new Date(value).toISOString();
  }
  if (Array.isArray(value)) return value.map((item) => readable(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, readable(item, name)]),
  );
}

export const ExplanationType = builder.objectRef<Explanation>('ProtectionExplanation').implement({
  description: 'How the dates of a lead come about: enough to recompute each by hand.',
  interfaces: [ProtectionDatesType],
  fields: (t) => ({
    ledger: t.field({
      type: [LedgerEntryType],
      description: 'The calculation, step by step.',
      resolve: ({ ledger }) => [...ledger],
    }),
    text: t.stringList({
      description: 'The calculation, step by step, for people.',
      args: {
        locale: t.arg({
          type: LocaleType,
          required: true,
          defaultValue: 'EN',
          description: 'In which language.',
        }),
      },
      resolve: ({ ledger }, { locale }) => describeLedger(ledger, LANGUAGE_OF[locale]),
    }),
  }),
});

export const ForecastDatesType = builder.objectRef<Dates>('ForecastDates').implement({
  description: 'The dates on one side of a forecast or a preview.',
  interfaces: [ProtectionDatesType],
});

export const ForecastType = builder.objectRef<Forecast>('ProtectionForecast').implement({
  description: 'What a hypothesis would change. Nothing was written.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'The instant both sides are seen from.',
      resolve: ({ at }) => new Date(at),
    }),
    before: t.field({
      type: ForecastDatesType,
      description: 'As it is.',
      resolve: ({ before, stateBefore }) => ({ ...before, state: stateBefore }),
    }),
    after: t.field({
      type: ForecastDatesType,
      description: 'As it would be.',
      resolve: ({ after, stateAfter }) => ({ ...after, state: stateAfter }),
    }),
    changed: t.stringList({
      description: 'Names of the dates that differ.',
      resolve: ({ changed }) => [...changed],
    }),
    tooLate: t.exposeBoolean('tooLate', {
      description: 'Whether protection would have ended before that could happen.',
    }),
  }),
});

const ActivityHypothesis = builder.inputType('ActivityHypothesis', {
  description: 'What if this happened with the customer?',
  fields: (t) => ({
    kind: t.field({ type: ActivityKindType, required: true, description: 'What.' }),
    performedAt: t.field({ type: 'DateTime', required: true, description: 'When.' }),
  }),
});

const HoldStartsHypothesis = builder.inputType('HoldStartsHypothesis', {
  description: 'What if the clock stood still?',
  fields: (t) => ({
    startAt: t.field({ type: 'DateTime', required: true, description: 'From when.' }),
    endAt: t.field({ type: 'DateTime', description: 'Until when; open if left out.' }),
  }),
});

const HoldEndsHypothesis = builder.inputType('HoldEndsHypothesis', {
  description: 'What if a hold ended?',
  fields: (t) => ({
    endAt: t.field({ type: 'DateTime', required: true, description: 'When.' }),
    holdId: t.globalID({ for: HoldType, description: 'Which; all open ones if left out.' }),
  }),
});

const ActivityVoidedHypothesis = builder.inputType('ActivityVoidedHypothesis', {
  description: 'What if an activity did not count any more?',
  fields: (t) => ({
    activityId: t.globalID({ for: ActivityType, required: true, description: 'Which activity.' }),
  }),
});

const ActivityCorrectedHypothesis = builder.inputType('ActivityCorrectedHypothesis', {
  description: 'What if an activity was another one? What is left out stays.',
  fields: (t) => ({
    activityId: t.globalID({ for: ActivityType, required: true, description: 'Which activity.' }),
    kind: t.field({ type: ActivityKindType, description: 'What.' }),
    performedAt: t.field({ type: 'DateTime', description: 'When.' }),
  }),
});

const HoldVoidedHypothesis = builder.inputType('HoldVoidedHypothesis', {
  description: 'What if a hold had never been?',
  fields: (t) => ({
    holdId: t.globalID({ for: HoldType, required: true, description: 'Which hold.' }),
  }),
});

const GraceAnchorType = codeType('GraceAnchor', 'What the grace days run from.', {
  WARNING: 'The warning itself.',
  DEADLINE: 'The deadline it warned of.',
});
const ProtectionModeType = codeType('ProtectionMode', 'Which end counts.', {
  EARLIEST: 'Whichever comes first, of base period and progress.',
  LATEST: 'Whichever comes last.',
});
const DayBoundaryType = codeType('DayBoundary', 'When on its last day a period ends.', {
  EXACT: 'At the time of day at which it began.',
  END_OF_DAY: 'When the local day ends.',
});

const PolicyHypothesis = builder.inputType('PolicyHypothesis', {
  description: 'What if these settings were different? What is left out stays.',
  fields: (t) => ({
    baseMonths: t.int({ description: 'Months of base protection.' }),
    progressDays: t.int({ description: 'Days within which progress is due.' }),
    warningLeadDays: t.int({ description: 'Days before the deadline that the warning comes.' }),
    graceDays: t.int({ description: 'Days of grace.' }),
    baseReminderDays: t.int({ description: 'Days before its end that the base period is told.' }),
    graceAnchor: t.field({ type: GraceAnchorType, description: 'What the grace days run from.' }),
    mode: t.field({ type: ProtectionModeType, description: 'Which end counts.' }),
    dayBoundary: t.field({ type: DayBoundaryType, description: 'When a last day ends.' }),
    qualifyingKinds: t.field({ type: [ActivityKindType], description: 'What counts as progress.' }),
  }),
});

export const HypothesisInput = builder.inputType('ProtectionHypothesis', {
  description: 'Something that has not happened: exactly one of these.',
  fields: (t) => ({
    activity: t.field({ type: ActivityHypothesis, description: 'Something happens.' }),
    activityVoided: t.field({
      type: ActivityVoidedHypothesis,
      description: 'An activity is declared void.',
    }),
    activityCorrected: t.field({
      type: ActivityCorrectedHypothesis,
      description: 'An activity is corrected.',
    }),
    holdVoided: t.field({ type: HoldVoidedHypothesis, description: 'A hold is declared void.' }),
    holdStarts: t.field({ type: HoldStartsHypothesis, description: 'A hold starts.' }),
    holdEnds: t.field({ type: HoldEndsHypothesis, description: 'A hold ends.' }),
    policy: t.field({ type: PolicyHypothesis, description: 'The policy changes.' }),
  }),
});
