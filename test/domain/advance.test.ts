import { describe, expect, it } from 'vitest';
import { advance } from '../../src/domain/advance.js';
import { DEFAULT_POLICY } from '../../src/domain/policy.js';
import { DAY, HOUR, hold, wall } from './instants.js';

const RULES = { ...DEFAULT_POLICY, timeZone: 'Europe/Berlin' } as const;
const anchor = wall('2026-06-01T12:00');
const tenDays = { months: 0, days: 10 };
const run = (...holds: ReturnType<typeof hold>[]) => advance(anchor, tenDays, holds, RULES);

describe('a period on the protection clock', () => {
  it('without any hold ends at its nominal end', () => {
    expect(run()).toEqual({
      nominal: wall('2026-06-11T12:00'),
      at: wall('2026-06-11T12:00'),
      remainingMs: null,
      dayEndMs: 0,
    });
  });

  it('is paused by an open hold, with the time that was left', () => {
    expect(run(hold('2026-06-08T12:00', null))).toMatchObject({ at: null, remainingMs: 3 * DAY });
  });

  it('has its whole length left if an open hold began before it', () => {
    expect(run(hold('2026-05-01T00:00', null))).toMatchObject({ at: null, remainingMs: 10 * DAY });
  });

  it('counts overlapping holds once', () => {
    const { at } = run(
      hold('2026-06-02T00:00', '2026-06-04T00:00'),
      hold('2026-06-03T00:00', '2026-06-05T00:00'),
    );
    expect(at).toBe(wall('2026-06-14T12:00'));
  });

  it('adds touching holds as if they were one', () => {
    const { at } = run(
      hold('2026-06-02T00:00', '2026-06-03T00:00'),
      hold('2026-06-03T00:00', '2026-06-04T00:00'),
    );
    expect(at).toBe(wall('2026-06-13T12:00'));
  });

  it('does not count a hold nested in another', () => {
    const { at } = run(
      hold('2026-06-02T00:00', '2026-06-08T00:00'),
      hold('2026-06-03T00:00', '2026-06-04T00:00'),
    );
    expect(at).toBe(wall('2026-06-17T12:00'));
  });

  it('counts a hold that begins inside the extension an earlier one caused', () => {
    const { at } = run(
      hold('2026-06-02T00:00', '2026-06-04T00:00'),
      hold('2026-06-12T00:00', '2026-06-13T00:00'),
    );
    expect(at).toBe(wall('2026-06-14T12:00'));
  });

  it('is not changed by a hold that begins at its end or later', () => {
    expect(run(hold('2026-06-11T12:00', '2026-06-20T00:00')).at).toBe(wall('2026-06-11T12:00'));
    expect(run(hold('2026-06-11T12:00', null)).at).toBe(wall('2026-06-11T12:00'));
  });

  it('is moved by the whole of a hold that begins a millisecond before its end', () => {
    const startAt = wall('2026-06-11T12:00') - 1;
    const { at } = advance(anchor, tenDays, [{ startAt, endAt: startAt + DAY }], RULES);
    expect(at).toBe(wall('2026-06-12T12:00'));
  });

  it('counts of a hold that began before the anchor only what lies after it', () => {
    expect(run(hold('2026-05-01T00:00', '2026-06-02T12:00')).at).toBe(wall('2026-06-12T12:00'));
    expect(run(hold('2026-05-01T00:00', '2026-06-01T12:00')).at).toBe(wall('2026-06-11T12:00'));
  });

  it('adds exact time for holds, not calendar days, across a change of the clocks', () => {
    const from = wall('2026-10-20T12:00');
    const { at } = advance(from, tenDays, [hold('2026-10-24T12:00', '2026-10-25T12:00')], RULES);
    expect(at).toBe(wall('2026-10-30T12:00') + 25 * HOUR);
  });

  it('of no length ends at its anchor, even during a hold', () => {
    const none = { months: 0, days: 0 };
    expect(advance(anchor, none, [hold('2026-05-01T00:00', null)], RULES).at).toBe(anchor);
  });
});

describe('a period that ends with the local day', () => {
  const END_OF_DAY = { ...RULES, dayBoundary: 'END_OF_DAY' } as const;
  const runToDayEnd = (...holds: ReturnType<typeof hold>[]) =>
    advance(anchor, tenDays, holds, END_OF_DAY);

  it('ends at the midnight after its exact end', () => {
    expect(runToDayEnd()).toMatchObject({ at: wall('2026-06-12T00:00'), dayEndMs: 12 * HOUR });
  });

  it('ends at its exact end if that is a midnight', () => {
    const fromMidnight = advance(wall('2026-06-01T00:00'), tenDays, [], END_OF_DAY);
    expect(fromMidnight).toMatchObject({ at: wall('2026-06-11T00:00'), dayEndMs: 0 });
  });

  it('is rounded after the holds were added', () => {
    const { at } = runToDayEnd(hold('2026-06-02T00:00', '2026-06-02T13:00'));
    expect(at).toBe(wall('2026-06-13T00:00'));
  });

  it('counts a hold that begins on its last day after the exact end', () => {
    const { at } = runToDayEnd(hold('2026-06-11T16:00', '2026-06-14T16:00'));
    expect(at).toBe(wall('2026-06-15T00:00'));
    expect(runToDayEnd(hold('2026-06-11T16:00', null))).toMatchObject({
      at: null,
      remainingMs: 8 * HOUR,
    });
  });

  it('does not end while a hold stands that began after its exact end', () => {
    expect(runToDayEnd(hold('2026-06-11T16:00', '2026-06-12T02:00')).at).toBe(
      wall('2026-06-13T00:00'),
    );
  });

  it('does not count a hold that begins when that day is over', () => {
    expect(runToDayEnd(hold('2026-06-12T00:00', null)).at).toBe(wall('2026-06-12T00:00'));
  });
});

describe('a period that ends on a day off', () => {
  const WORKING_DAYS = { ...RULES, shiftToWorkingDay: true, holidayRegion: 'DE-BY' } as const;
  const endsAt = (from: string, ...holds: ReturnType<typeof hold>[]) =>
    advance(wall(from), tenDays, holds, WORKING_DAYS).at;

  it('ends with the next working day', () => {
    expect(endsAt('2026-06-03T12:00')).toBe(wall('2026-06-16T00:00'));
    expect(endsAt('2026-06-04T12:00')).toBe(wall('2026-06-16T00:00'));
  });

  it('ends at its exact end on a working day, be it a Friday or a Monday', () => {
    expect(endsAt('2026-06-02T12:00')).toBe(wall('2026-06-12T12:00'));
    expect(endsAt('2026-06-05T12:00')).toBe(wall('2026-06-15T12:00'));
  });

  it('moves over holidays and weekends in a row', () => {
    expect(endsAt('2026-12-15T12:00')).toBe(wall('2026-12-29T00:00'));
    expect(endsAt('2026-03-24T12:00')).toBe(wall('2026-04-08T00:00'));
  });

  it('keeps the holidays of the region alone', () => {
    expect(endsAt('2026-05-25T12:00')).toBe(wall('2026-06-06T00:00'));
    const inBerlin = { ...WORKING_DAYS, holidayRegion: 'DE-BE' };
    expect(advance(wall('2026-05-25T12:00'), tenDays, [], inBerlin).at).toBe(
      wall('2026-06-04T12:00'),
    );
  });

  it('ends at the midnight that ends a Friday', () => {
    expect(endsAt('2026-06-03T00:00')).toBe(wall('2026-06-13T00:00'));
    const toDayEnd = { ...WORKING_DAYS, dayBoundary: 'END_OF_DAY' } as const;
    expect(advance(wall('2026-06-02T12:00'), tenDays, [], toDayEnd).at).toBe(
      wall('2026-06-13T00:00'),
    );
    expect(advance(wall('2026-06-03T12:00'), tenDays, [], toDayEnd).at).toBe(
      wall('2026-06-16T00:00'),
    );
  });

  it('is moved after the holds were added', () => {
    expect(endsAt('2026-06-02T12:00', hold('2026-06-03T00:00', '2026-06-04T00:00'))).toBe(
      wall('2026-06-16T00:00'),
    );
    expect(endsAt('2026-06-03T12:00', hold('2026-06-04T00:00', '2026-06-06T00:00'))).toBe(
      wall('2026-06-15T12:00'),
    );
  });

  it('does not end while a hold stands that began on those days off', () => {
    const weekend = hold('2026-06-14T08:00', '2026-06-17T08:00');
    expect(endsAt('2026-06-03T12:00', weekend)).toBe(wall('2026-06-17T08:00'));
    expect(endsAt('2026-06-03T12:00', hold('2026-06-14T08:00', null))).toBeNull();
  });

  it('is moved by the calendar of its zone, over a change of the clocks', () => {
    const { at, dayEndMs } = advance(wall('2026-10-14T12:00'), tenDays, [], WORKING_DAYS);
    expect(at).toBe(wall('2026-10-27T00:00'));
    expect(dayEndMs).toBe(61 * HOUR);
  });
});
