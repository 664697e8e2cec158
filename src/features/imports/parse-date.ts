import { instantOfWallTime } from '../../domain/wall-time.js';
import type { Parsed } from './row-problem.js';

export interface DateOptions {
  readonly now: Date;
  /** Zone of times without an offset; a date alone is its midnight there. */
  readonly timeZone: string;
  /** How to read `06/11/2026`; without it only dates with a day above 12 are accepted in that form. */
  readonly dayFirst: boolean | undefined;
}

/** Clocks of two machines may differ by this much before a date counts as in the future. */
const SKEW_MS = 60_000;
const FIRST_YEAR = 1990;

/** A time of day with which a date may go on: `, 14:30 Uhr`, `T14:30:15.123+01:00`. */
const TIME =
  /^(?:T|,?\s+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?:\s*Uhr)?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?$/i;
const FORMS = [
  {
    order: 'day',
    pattern: /^(?<a>\d{1,2})\.\s?(?<b>\d{1,2})\.\s?(?<year>\d{4}|\d{2})(?!\d)/,
  },
  {
    order: 'iso',
    pattern: /^(?<year>\d{4})-(?<a>\d{2})-(?<b>\d{2})(?!\d)/,
  },
  {
    order: 'slash',
    pattern: /^(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<year>\d{4})(?!\d)/,
  },
] as const;

const ALLOWED = 'write it like 06.11.2026 or 2026-11-06, with a time as 2026-11-06T14:30';

/** The instant of a German (`06.11.2026`), ISO (`2026-11-06`) or slash date, with or without a time of day. */
export function parsePastDate(text: string, options: DateOptions): Parsed<Date> {
  for (const { order, pattern } of FORMS) {
    const date = pattern.exec(text);
    if (!date) continue;
    const rest = text.slice(date[0].length);
    const time = rest === '' ? {} : TIME.exec(rest)?.groups;
    if (!time) continue;
    const groups = { ...date.groups, ...time };
    const dayFirst = order === 'slash' ? slashDayFirst(groups, options.dayFirst) : order === 'day';
    if (dayFirst === undefined) {
      return {
        ok: false,
        code: 'AMBIGUOUS_DATE',
        message: `could be two different days; ${ALLOWED}`,
      };
    }
    const at = instantOf(groups, dayFirst, options.timeZone);
    if (at === null) {
      return { ok: false, code: 'INVALID_DATE', message: `is in no calendar; ${ALLOWED}` };
    }
    return withinRange(at, options);
  }
  return { ok: false, code: 'INVALID_DATE', message: `is no date; ${ALLOWED}` };
}

type Groups = Record<string, string | undefined>;

function slashDayFirst({ a, b }: Groups, preferred: boolean | undefined): boolean | undefined {
  if (preferred !== undefined) return preferred;
  if (Number(a) > 12) return true;
  if (Number(b) > 12) return false;
  return a === b ? true : undefined;
}

function instantOf(groups: Groups, dayFirst: boolean, timeZone: string): Date | null {
  const [day, month] = dayFirst ? [groups.a, groups.b] : [groups.b, groups.a];
  const year = groups.year ?? '';
  const wallTime = {
    year: Number(year) + (year.length === 2 ? 2000 : 0),
    month: Number(month),
    day: Number(day),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    millisecond: Number((groups.fraction ?? '').slice(0, 3).padEnd(3, '0')),
  };
  const offset = groups.offset?.toUpperCase();
  if (offset === undefined) return instantOfWallTime(wallTime, timeZone);
  const asUtc = instantOfWallTime(wallTime, 'UTC');
  const offsetMinutes = offset === 'Z' ? 0 : minutesOf(offset);
  if (asUtc === null || offsetMinutes === undefined) return null;
  return new Date(asUtc.getTime() - offsetMinutes * 60_000);
}

/** `+01:00` or `-0530`; the widest offsets on earth are 14 hours. */
function minutesOf(offset: string): number | undefined {
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function withinRange(at: Date, { now }: DateOptions): Parsed<Date> {
  if (at.getTime() > now.getTime() + SKEW_MS) {
    return {
      ok: false,
      code: 'DATE_IN_FUTURE',
      message: `is in the future; now is ${now.toISOString()}`,
      params: { now: now.toISOString() },
    };
  }
  if (at.getUTCFullYear() < FIRST_YEAR) {
    return {
      ok: false,
      code: 'DATE_TOO_OLD',
      message: `is before ${FIRST_YEAR}`,
      params: { firstYear: FIRST_YEAR },
    };
  }
  return { ok: true, value: at };
}
