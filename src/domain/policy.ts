/** The kinds of activities. */
export const ACTIVITY_KINDS = [
  'QUALIFIED_CALL',
  'CUSTOMER_REACTION',
  'SCHEDULED_FOLLOWUP',
  'SAMPLE_FEEDBACK',
  'ROI_PRESENTATION',
  'MEETING',
  'DEMO',
  'SAMPLE_SENT',
  'OFFER',
  'ORDER',
  'EMAIL',
  'CALL_ATTEMPT',
  'NOTE',
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const GRACE_ANCHORS = ['WARNING', 'DEADLINE'] as const;
export const PROTECTION_MODES = ['EARLIEST', 'LATEST'] as const;
export const DAY_BOUNDARIES = ['EXACT', 'END_OF_DAY'] as const;

/** Longest period accepted: a century, which keeps every deadline within the calendar's range. */
export const MAX_PERIOD_DAYS = 36_500;
export const MAX_PERIOD_MONTHS = 1_200;

/** The rules a lead is protected by. Periods are whole calendar units in `timeZone`. */
export interface ProtectionPolicy {
  readonly version: number;
  /** IANA name of the zone in which days and months are counted. */
  readonly timeZone: string;
  readonly baseMonths: number;
  readonly progressDays: number;
  /** The progress warning is due this long before the progress deadline. */
  readonly warningLeadDays: number;
  readonly graceDays: number;
  /** The base period's reminder is due this long before the base period ends. */
  readonly baseReminderDays: number;
  /** Start of the grace days: the warning itself, or the deadline it warned of. */
  readonly graceAnchor: (typeof GRACE_ANCHORS)[number];
  /** Whether protection ends with the first or the last of base period and progress. */
  readonly mode: (typeof PROTECTION_MODES)[number];
  readonly qualifyingKinds: readonly ActivityKind[];
  readonly dayBoundary: (typeof DAY_BOUNDARIES)[number];
  /** Whether an end on a Saturday, a Sunday or a public holiday moves to the end of the next working day. */
  readonly shiftToWorkingDay: boolean;
  /** The region whose public holidays count, one of `HOLIDAY_REGIONS`. */
  readonly holidayRegion: string;
  /** Differences by business type. */
  readonly overrides: Readonly<Record<string, PolicyOverride>>;
}

export type PolicyChanges = Partial<Omit<ProtectionPolicy, 'version'>>;
export type PolicyOverride = Partial<Omit<ProtectionPolicy, 'version' | 'overrides'>>;

export const DEFAULT_POLICY: ProtectionPolicy = {
  version: 1,
  timeZone: 'Europe/Berlin',
  baseMonths: 6,
  progressDays: 60,
  warningLeadDays: 7,
  graceDays: 10,
  baseReminderDays: 10,
  graceAnchor: 'WARNING',
  mode: 'EARLIEST',
  qualifyingKinds: [
    'QUALIFIED_CALL',
    'CUSTOMER_REACTION',
    'SCHEDULED_FOLLOWUP',
    'SAMPLE_FEEDBACK',
    'ROI_PRESENTATION',
  ],
  dayBoundary: 'EXACT',
  shiftToWorkingDay: false,
  holidayRegion: 'DE',
  overrides: {},
};

/** The policy as it applies to leads of one business type; the version stays that of the whole. */
export function policyFor(policy: ProtectionPolicy, businessType: string | null): ProtectionPolicy {
  if (businessType === null || !Object.hasOwn(policy.overrides, businessType)) return policy;
  return { ...policy, ...policy.overrides[businessType], version: policy.version, overrides: {} };
}
