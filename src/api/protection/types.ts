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
  progressDeadline: 'Deadline for progress.',
  warningIssuedAt: 'When the warning of this window was issued, delivered or not.',
  warnedAt: 'When the warning of this window took effect; null while it is not delivered.',
  graceEndsAt: 'When the grace days end; null before the warning.',
  baseEndsAt: 'When the base period ends, extensions included.',
  baseReminderDueAt: 'When the owner is reminded that the base period ends.',
  expiresAt: 'When protection ends.',
} as const satisfies Partial<Record<keyof ProtectionProjection, string>>;

interface Dates extends ProtectionProjection {
  readonly state: ProtectionState;
}

const ProtectionDatesType = builder.interfaceRef<Dates>('ProtectionDates').implement({
  description:
    'The dates of a protection. A date is null while an open hold pauses it, or if it is not set yet.',
  fields: (t) => ({
    state: t.field({
      type: ProtectionStateType,
      description: 'State of the protection at that instant.',
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
      description:
        'The fields of the line as JSON: instants as ISO 8601 in UTC, lengths in milliseconds.',
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

/** Epoch milliseconds as ISO text, at any depth of the line. */
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
  description: 'The calculation of a lead’s dates, complete enough to recompute each by hand.',
  interfaces: [ProtectionDatesType],
  fields: (t) => ({
    ledger: t.field({
      type: [LedgerEntryType],
      description: 'The calculation, step by step.',
      resolve: ({ ledger }) => [...ledger],
    }),
    text: t.stringList({
      description: 'The same steps as sentences for people.',
      args: {
        locale: t.arg({
          type: LocaleType,
          required: true,
          defaultValue: 'EN',
          description: 'Language of the texts.',
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
  description: 'The effect of a hypothesis. Nothing is written.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'The instant for which both sides are computed.',
      resolve: ({ at }) => new Date(at),
    }),
    before: t.field({
      type: ForecastDatesType,
      description: 'The present dates.',
      resolve: ({ before, stateBefore }) => ({ ...before, state: stateBefore }),
    }),
    after: t.field({
      type: ForecastDatesType,
      description: 'The dates under the hypothesis.',
      resolve: ({ after, stateAfter }) => ({ ...after, state: stateAfter }),
    }),
    changed: t.stringList({
      description: 'Names of the dates that differ.',
      resolve: ({ changed }) => [...changed],
    }),
    tooLate: t.exposeBoolean('tooLate', {
      description: 'Whether protection would end before the hypothesis could take effect.',
    }),
  }),
});

const ActivityHypothesis = builder.inputType('ActivityHypothesis', {
  description: 'Hypothesis: an activity with the customer.',
  fields: (t) => ({
    kind: t.field({ type: ActivityKindType, required: true, description: 'Kind of the activity.' }),
    performedAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When the activity takes place.',
    }),
  }),
});

const HoldStartsHypothesis = builder.inputType('HoldStartsHypothesis', {
  description: 'Hypothesis: a hold.',
  fields: (t) => ({
    startAt: t.field({ type: 'DateTime', required: true, description: 'Start of the hold.' }),
    endAt: t.field({ type: 'DateTime', description: 'End of the hold; open if left out.' }),
  }),
});

const HoldEndsHypothesis = builder.inputType('HoldEndsHypothesis', {
  description: 'Hypothesis: the end of a hold.',
  fields: (t) => ({
    endAt: t.field({ type: 'DateTime', required: true, description: 'When the hold ends.' }),
    holdId: t.globalID({
      for: HoldType,
      description: 'The hold that ends; all open ones if left out.',
    }),
  }),
});

const ActivityVoidedHypothesis = builder.inputType('ActivityVoidedHypothesis', {
  description: 'Hypothesis: an activity declared void.',
  fields: (t) => ({
    activityId: t.globalID({
      for: ActivityType,
      required: true,
      description: 'Global id of the activity.',
    }),
  }),
});

const ActivityCorrectedHypothesis = builder.inputType('ActivityCorrectedHypothesis', {
  description: 'Hypothesis: a corrected activity. A field that is left out stays.',
  fields: (t) => ({
    activityId: t.globalID({
      for: ActivityType,
      required: true,
      description: 'Global id of the activity.',
    }),
    kind: t.field({ type: ActivityKindType, description: 'Kind of the activity.' }),
    performedAt: t.field({ type: 'DateTime', description: 'When the activity takes place.' }),
  }),
});

const HoldVoidedHypothesis = builder.inputType('HoldVoidedHypothesis', {
  description: 'Hypothesis: a hold declared void.',
  fields: (t) => ({
    holdId: t.globalID({ for: HoldType, required: true, description: 'Global id of the hold.' }),
  }),
});

const GraceAnchorType = codeType('GraceAnchor', 'Start of the grace days.', {
  WARNING: 'The warning itself.',
  DEADLINE: 'The deadline it warned of.',
});
const ProtectionModeType = codeType(
  'ProtectionMode',
  'Rule for the end of protection, from the end of the base period and the end for lack of progress.',
  {
    EARLIEST: 'The earlier of the two ends.',
    LATEST: 'The later of the two ends.',
  },
);
const DayBoundaryType = codeType(
  'DayBoundary',
  'Time of day at which a period ends on its last day.',
  {
    EXACT: 'At the time of day at which it began.',
    END_OF_DAY: 'When the local day ends.',
  },
);

const PolicyHypothesis = builder.inputType('PolicyHypothesis', {
  description: 'Hypothesis: other settings. A setting that is left out stays.',
  fields: (t) => ({
    baseMonths: t.int({ description: 'Months of base protection.' }),
    progressDays: t.int({
      description: 'Days within which progress is due, counted from the last progress.',
    }),
    warningLeadDays: t.int({ description: 'Days between the warning and the deadline.' }),
    graceDays: t.int({ description: 'Days of grace.' }),
    baseReminderDays: t.int({
      description: 'Days between the base reminder and the end of the base period.',
    }),
    graceAnchor: t.field({ type: GraceAnchorType, description: 'Start of the grace days.' }),
    mode: t.field({
      type: ProtectionModeType,
      description:
        'Rule for the end of protection, from the end of the base period and the end for lack of progress.',
    }),
    dayBoundary: t.field({
      type: DayBoundaryType,
      description: 'Time of day at which a period ends on its last day.',
    }),
    shiftToWorkingDay: t.boolean({
      description:
        'Whether a period that ends on a Saturday, a Sunday or a public holiday ends with the next working day.',
    }),
    holidayRegion: t.string({
      description:
        'The region whose public holidays count, such as DE-BY or AT. The setting names all regions.',
    }),
    qualifyingKinds: t.field({
      type: [ActivityKindType],
      description: 'Kinds of activities that count as progress.',
    }),
  }),
});

export const HypothesisInput = builder.inputType('ProtectionHypothesis', {
  description: 'A hypothesis: exactly one of these fields.',
  fields: (t) => ({
    activity: t.field({ type: ActivityHypothesis, description: 'An activity takes place.' }),
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
