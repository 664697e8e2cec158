import { z } from 'zod';
import { HOLIDAY_REGIONS } from '../../domain/holidays/working-days.js';
import {
  ACTIVITY_KINDS,
  DAY_BOUNDARIES,
  DEFAULT_POLICY,
  GRACE_ANCHORS,
  MAX_PERIOD_DAYS,
  MAX_PERIOD_MONTHS,
  type PolicyChanges,
  PROTECTION_MODES,
} from '../../domain/policy.js';
import { cleanLine, isLongerThan } from '../../domain/text/clean.js';
import type { SettingDefinition } from './define-setting.js';

const days = (min: number) => z.int().min(min).max(MAX_PERIOD_DAYS);

/** As leads have it: a name that is written otherwise would be that of no lead. */
const businessTypeName = z
  .string()
  .refine((name) => name !== '' && cleanLine(name) === name && !isLongerThan(name, 60), {
    error: 'allowed is the name of a business type, of up to 60 characters',
  });

/** The allowed values of each part; `policyProblems` checks their combination. */
const PARTS = {
  timeZone: z.string().meta({ title: 'an IANA time zone' }),
  baseMonths: z.int().min(1).max(MAX_PERIOD_MONTHS),
  progressDays: days(1),
  warningLeadDays: days(0),
  graceDays: days(0),
  baseReminderDays: days(0),
  graceAnchor: z.enum(GRACE_ANCHORS),
  mode: z.enum(PROTECTION_MODES),
  qualifyingKinds: z.array(z.enum(ACTIVITY_KINDS)),
  dayBoundary: z.enum(DAY_BOUNDARIES),
  shiftToWorkingDay: z.boolean(),
  holidayRegion: z.enum(HOLIDAY_REGIONS),
};

/** The parts of the protection policy. They are stored, versioned and read together: `loadPolicy`. */
export const POLICY_SETTINGS: Readonly<Record<keyof PolicyChanges, SettingDefinition>> = {
  timeZone: part(
    'timeZone',
    'The zone in which days and months are counted. The jobs run by the one for all.',
  ),
  baseMonths: part('baseMonths', 'Months that the base period lasts, from the registration on.'),
  progressDays: part('progressDays', 'Days within which each next progress has to come.'),
  warningLeadDays: part(
    'warningLeadDays',
    'Days before the progress deadline that the warning is due; at most `progressDays`.',
  ),
  graceDays: part('graceDays', 'Days of running clock that grace lasts.'),
  baseReminderDays: part(
    'baseReminderDays',
    'Days before the end of the base period that its owner is reminded of it.',
  ),
  graceAnchor: part(
    'graceAnchor',
    'Start of the days of grace: the warning, or the deadline that it warned of.',
  ),
  mode: part(
    'mode',
    'Whether protection ends with the earlier or the later of base period and grace.',
  ),
  qualifyingKinds: part('qualifyingKinds', 'The kinds of activity that count as progress.'),
  dayBoundary: part(
    'dayBoundary',
    'Whether a period ends at the very instant or when that local day ends.',
  ),
  shiftToWorkingDay: part(
    'shiftToWorkingDay',
    'Whether a period that ends on a Saturday, a Sunday or a public holiday ends with the next working day instead. Best together with END_OF_DAY: else an end on Sunday moves to the end of Monday, and one on Monday at noon stays.',
  ),
  holidayRegion: part(
    'holidayRegion',
    'The region whose public holidays count for `shiftToWorkingDay`: a country, one of its states or cantons, or a part of one.',
  ),
  overrides: {
    description: 'Differences for leads of one business type: by its name, any of the other parts.',
    schema: z
      .record(businessTypeName, z.strictObject(PARTS).partial())
      .meta({ title: 'an object of other parts by business type' }),
    defaultValue: DEFAULT_POLICY.overrides,
  },
};

function part(name: keyof typeof PARTS, description: string): SettingDefinition {
  return { description, schema: PARTS[name], defaultValue: DEFAULT_POLICY[name] };
}
