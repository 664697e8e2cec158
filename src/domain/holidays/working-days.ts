import { DAY_MS } from '../days.js';
import { PUBLIC_HOLIDAYS } from './public-holidays.js';

interface HolidayRule {
  readonly name: string;
  /** The days of the holiday in a year, as days since 1970. */
  readonly daysIn: (year: number) => readonly number[];
}

/** By region. Read once from the table; a region whose holidays fall on Sundays alone would still be in it. */
const RULES = readRules(PUBLIC_HOLIDAYS);

/** The regions whose public holidays are known: a country, a state (`DE-BY`), a part of one (`DE-BY-A`). */
export const HOLIDAY_REGIONS: readonly string[] = [...RULES.keys()].sort();

/** Why a day is no working day. */
export interface DayOff {
  /** ISO date of the day. */
  readonly date: string;
  readonly why: 'WEEKEND' | 'HOLIDAY';
  /** German name of the holiday; null for a weekend. */
  readonly holiday: string | null;
}

/** `day` counts from 1 January 1970, on the local calendar. Saturdays, Sundays and public holidays are off. */
export function isWorkingDay(day: number, region: string): boolean {
  return !isWeekend(day) && !holidaysIn(region, yearOf(day)).has(day);
}

/** The same with the reason; null for a working day. */
export function dayOff(day: number, region: string): DayOff | null {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  const holiday = holidaysIn(region, yearOf(day)).get(day);
  if (holiday !== undefined) return { date, why: 'HOLIDAY', holiday };
  return isWeekend(day) ? { date, why: 'WEEKEND', holiday: null } : null;
}

function isWeekend(day: number): boolean {
  // 1 January 1970 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

// A memo of a pure function: a region has the same holidays in a year always.
const known = new Map<string, ReadonlyMap<number, string>>();

/** The holidays of a region in a year: their names by day. */
function holidaysIn(region: string, year: number): ReadonlyMap<number, string> {
  const key = `${region} ${year}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const days = new Map<number, string>();
  for (const { name, daysIn } of RULES.get(region) ?? []) {
    for (const day of daysIn(year)) days.set(day, name);
  }
  known.set(key, days);
  return days;
}

function readRules(table: string): ReadonlyMap<string, readonly HolidayRule[]> {
  const rules = new Map<string, HolidayRule[]>();
  for (const line of table.split('\n')) {
    const [name = '', rule = '', regions = ''] = line.split('|');
    const read = { name, daysIn: readRule(rule) };
    for (const region of regions.split(' ')) {
      rules.set(region, [...(rules.get(region) ?? []), read]);
    }
  }
  return rules;
}

function readRule(rule: string): HolidayRule['daysIn'] {
  if (/^\d{4}-/.test(rule)) {
    const days = rule.split(' ').map((date) => Date.parse(`${date}T00:00:00Z`) / DAY_MS);
    return (year) => days.filter((day) => yearOf(day) === year);
  }
  const [when = '', years = '..'] = rule.split(' ');
  const [from, to] = years.split('..');
  const holds = (year: number) =>
    year >= Number(from || Number.NEGATIVE_INFINITY) &&
    year <= Number(to || Number.POSITIVE_INFINITY);
  const dayIn = when.startsWith('easter')
    ? (year: number) => easterSunday(year) + Number(when.slice('easter'.length))
    : (year: number) =>
        Date.UTC(year, Number(when.slice(0, 2)) - 1, Number(when.slice(3))) / DAY_MS;
  return (year) => (holds(year) ? [dayIn(year)] : []);
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Easter Sunday of the Gregorian calendar as days since 1970 (Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const leapYears = Math.floor(inCentury / 4);
  const weekday = (32 + 2 * (century % 4) + 2 * leapYears - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const monthAndDay = epact + weekday - 7 * late + 114;
  return Date.UTC(year, Math.floor(monthAndDay / 31) - 1, (monthAndDay % 31) + 1) / DAY_MS;
}
