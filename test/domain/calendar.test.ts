import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPeriod,
  addPeriodByTemporal,
  endOfLocalDay,
  endOfLocalDayByTemporal,
} from '../../src/domain/calendar.js';
import { zoneOffsets } from '../../src/domain/zone-offsets.js';
import { DAY, HOUR, MINUTE, utc, wall } from './instants.js';

const days = (count: number) => ({ months: 0, days: count });
const months = (count: number) => ({ months: count, days: 0 });

/** Zones that break naive arithmetic: half-hour DST, skipped days, midnight and sub-minute jumps. */
const ZONES = [
  'Europe/Berlin',
  'UTC',
  '+05:45',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Asuncion',
  'America/Havana',
  'Atlantic/Azores',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'Antarctica/Troll',
];

const zone = fc.constantFrom(...ZONES);
const period = fc.oneof(
  fc.integer({ min: -400, max: 800 }).map(days),
  fc.integer({ min: -30, max: 60 }).map(months),
  fc.record({ months: fc.nat(24), days: fc.nat(100) }),
);
const anywhere = fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2110, 0) });

/** Instants within 26 hours of a change of the zone's clocks, half of them on full minutes. */
const nearTransition = zone.chain((timeZone) =>
  fc
    .tuple(
      fc.constantFrom(...zoneOffsets(timeZone).starts),
      fc.oneof(
        fc.integer({ min: -26 * HOUR, max: 26 * HOUR }),
        fc.integer({ min: -26 * 60, max: 26 * 60 }).map((minutes) => minutes * MINUTE),
      ),
    )
    .map(([start, distance]) => ({ timeZone, at: start + distance })),
);

describe('adding calendar periods', () => {
  it('equals Temporal from any instant, also outside the tabulated years', () => {
    fc.assert(
      fc.property(anywhere, period, zone, (at, step, timeZone) => {
        expect(addPeriod(at, step, timeZone)).toBe(addPeriodByTemporal(at, step, timeZone));
      }),
      { numRuns: 3000 },
    );
  });

  it('equals Temporal where it starts or lands near a change of the clocks', () => {
    fc.assert(
      fc.property(
        nearTransition,
        fc.integer({ min: -400, max: 400 }),
        ({ at, timeZone }, count) => {
          for (const from of [at, at - count * DAY]) {
            const step = days(count);
            expect(addPeriod(from, step, timeZone)).toBe(addPeriodByTemporal(from, step, timeZone));
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('clamps 31 August plus 6 months to the end of February', () => {
    expect(addPeriod(wall('2026-08-31T10:00'), months(6), 'Europe/Berlin')).toBe(
      wall('2027-02-28T10:00'),
    );
    expect(addPeriod(wall('2027-08-31T10:00'), months(6), 'Europe/Berlin')).toBe(
      wall('2028-02-29T10:00'),
    );
  });

  it('moves a skipped time of day on by the gap', () => {
    expect(addPeriod(wall('2026-03-28T02:30'), days(1), 'Europe/Berlin')).toBe(
      utc('2026-03-29T01:30:00'),
    );
    expect(
      addPeriod(wall('2026-10-03T02:15', 'Australia/Lord_Howe'), days(1), 'Australia/Lord_Howe'),
    ).toBe(wall('2026-10-04T02:45', 'Australia/Lord_Howe'));
  });

  it('moves a skipped day on by the day', () => {
    expect(addPeriod(wall('2011-12-29T08:00', 'Pacific/Apia'), days(1), 'Pacific/Apia')).toBe(
      wall('2011-12-31T08:00', 'Pacific/Apia'),
    );
  });

  it('takes the first pass through a doubled time of day', () => {
    expect(addPeriod(wall('2026-10-24T02:30'), days(1), 'Europe/Berlin')).toBe(
      utc('2026-10-25T00:30:00'),
    );
  });

  it('adds nothing to the second pass through a doubled hour', () => {
    const secondPass = utc('2026-10-25T01:30:00');
    expect(addPeriod(secondPass, days(0), 'Europe/Berlin')).toBe(secondPass);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => addPeriod(0, days(1), 'Europe/Nowhere')).toThrow(RangeError);
    expect(() => addPeriod(utc('2026-01-01T00:00'), days(1), 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('the end of the local day', () => {
  it('equals Temporal anywhere, is never earlier, and is its own end', () => {
    const instant = fc.oneof(nearTransition, fc.record({ timeZone: zone, at: anywhere }));
    fc.assert(
      fc.property(instant, ({ at, timeZone }) => {
        const end = endOfLocalDay(at, timeZone);
        expect(end).toBe(endOfLocalDayByTemporal(at, timeZone));
        expect(end).toBeGreaterThanOrEqual(at);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(anywhere, (at) => {
        const end = endOfLocalDay(at, 'Europe/Berlin');
        expect(endOfLocalDay(end, 'Europe/Berlin')).toBe(end);
      }),
    );
  });

  it('is the next midnight, 23 or 25 hours long on the days the clocks change', () => {
    expect(endOfLocalDay(wall('2026-03-29T00:00:00.001'), 'Europe/Berlin')).toBe(
      wall('2026-03-29T00:00') + 23 * HOUR,
    );
    expect(endOfLocalDay(wall('2026-10-25T12:00'), 'Europe/Berlin')).toBe(
      wall('2026-10-25T00:00') + 25 * HOUR,
    );
  });

  it('is the end of the gap where midnight is skipped', () => {
    const timeZone = 'America/Sao_Paulo';
    expect(endOfLocalDay(wall('2018-11-03T15:00', timeZone), timeZone)).toBe(
      wall('2018-11-04T01:00', timeZone),
    );
  });
});
