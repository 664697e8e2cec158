import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  dayOff,
  HOLIDAY_REGIONS,
  isWorkingDay,
} from '../../../src/domain/holidays/working-days.js';

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

function holidaysOf(region: string, year: number): string[] {
  const first = dayOf(`${year}-01-01`);
  const days = Array.from({ length: 366 }, (_, nth) => dayOff(first + nth, region));
  return days.flatMap((off) =>
    off?.why === 'HOLIDAY' && off.date.startsWith(`${year}`) ? [off.date.slice(5)] : [],
  );
}

describe('public holidays', () => {
  it.each([
    ['DE', '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
    ['DE-BE', '01-01 03-08 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
    ['DE-BB', '01-01 04-03 04-05 04-06 05-01 05-14 05-24 05-25 10-03 10-31 12-25 12-26'],
    ['DE-BY', '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26'],
    [
      'DE-BY-A',
      '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 08-08 08-15 10-03 11-01 12-25 12-26',
    ],
    ['DE-NI', '01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26'],
    ['DE-SN', '01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26'],
    ['AT', '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26'],
    ['CH-ZH', '01-01 04-03 04-05 04-06 05-01 05-14 05-24 05-25 08-01 09-20 12-25 12-26'],
  ])('of %s in 2026 are those of its law', (region, days) => {
    expect(holidaysOf(region, 2026).join(' ')).toBe(days);
  });

  it('of a single year are kept in that year alone', () => {
    expect(dayOff(dayOf('2017-10-31'), 'DE-BY')?.holiday).toBe('Reformationstag');
    expect(isWorkingDay(dayOf('2018-10-31'), 'DE-BY')).toBe(true);
    expect(isWorkingDay(dayOf('2025-05-08'), 'DE-BE')).toBe(false);
    expect(isWorkingDay(dayOf('2026-05-08'), 'DE-BE')).toBe(true);
  });

  it.each([
    ['1961-04-03'],
    ['2008-03-24'],
    ['2019-04-22'],
    ['2038-04-26'],
    ['2076-04-20'],
    ['2133-04-20'],
  ])('know %s as Easter Monday', (date) => {
    expect(dayOff(dayOf(date), 'DE')?.holiday).toBe('Ostermontag');
  });

  it('are known for all German states, and for Austria and Switzerland', () => {
    expect(HOLIDAY_REGIONS.filter((region) => /^DE-..$/.test(region))).toHaveLength(16);
    expect(HOLIDAY_REGIONS).toEqual(expect.arrayContaining(['DE', 'AT', 'CH', 'AT-9', 'CH-GE']));
  });
});

describe('a working day', () => {
  it('is neither a Saturday nor a Sunday', () => {
    const first = dayOf('1969-01-01');
    for (let day = first; day < first + 1_000; day++) {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
      if (date.dayOfWeek >= 6) expect(isWorkingDay(day, 'DE')).toBe(false);
    }
  });
});
