import { describe, expect, it } from 'vitest';
import { call, DAY, hold, wall } from './instants.js';
import { projected, stateOf, warned } from './projected.js';

describe('the dates of a lead', () => {
  it('with no hold at all follow from its assignment alone', () => {
    expect(projected()).toEqual({
      progressAnchor: wall('2026-06-01T12:00'),
      warningDueAt: wall('2026-07-24T12:00'),
      progressDeadline: wall('2026-07-31T12:00'),
      graceEndsAt: null,
      baseEndsAt: wall('2026-12-01T12:00'),
      expiresAt: wall('2026-12-01T12:00'),
      warningIssuedAt: null,
      warnedAt: null,
      baseReminderDueAt: wall('2026-11-21T12:00'),
      pausedRemainingMs: null,
      holdIntervals: [],
      policyVersion: 1,
    });
  });

  it('with an open hold are paused', () => {
    expect(projected({ holds: [hold('2026-07-01T12:00', null)] })).toMatchObject({
      warningDueAt: null,
      progressDeadline: null,
      baseEndsAt: null,
      expiresAt: null,
      baseReminderDueAt: null,
    });
  });

  it('count overlapping holds once', () => {
    const holds = [
      hold('2026-06-10T00:00', '2026-06-14T00:00'),
      hold('2026-06-12T00:00', '2026-06-16T00:00'),
    ];
    expect(projected({ holds })).toMatchObject({
      progressDeadline: wall('2026-08-06T12:00'),
      holdIntervals: [[wall('2026-06-10T00:00'), wall('2026-06-16T00:00')]],
    });
  });

  it('take touching holds as one', () => {
    const holds = [
      hold('2026-06-10T00:00', '2026-06-12T00:00'),
      hold('2026-06-12T00:00', '2026-06-14T00:00'),
    ];
    expect(projected({ holds })).toMatchObject({
      progressDeadline: wall('2026-08-04T12:00'),
      holdIntervals: [[wall('2026-06-10T00:00'), wall('2026-06-14T00:00')]],
    });
  });

  it('do not count a nested hold', () => {
    const outer = hold('2026-06-10T00:00', '2026-06-20T00:00');
    const nested = hold('2026-06-12T00:00', '2026-06-13T00:00');
    expect(projected({ holds: [nested, outer] })).toEqual(projected({ holds: [outer] }));
  });

  it('already count a future hold', () => {
    const holds = [hold('2026-07-20T12:00', '2026-07-25T12:00')];
    const now = wall('2026-06-02T00:00');
    expect(projected({ holds }, {}, now).progressDeadline).toBe(wall('2026-08-05T12:00'));
    expect(stateOf({ holds }, now)).toBe('PROTECTED');
  });

  it('count a retroactive hold as if it had always been known, from the assignment on', () => {
    const holds = [hold('2026-05-20T00:00', '2026-06-05T12:00')];
    expect(projected({ holds })).toMatchObject({
      progressDeadline: wall('2026-08-04T12:00'),
      holdIntervals: [[wall('2026-06-01T12:00'), wall('2026-06-05T12:00')]],
    });
  });

  it('give a hold across a window change to each period only as far as it falls on it', () => {
    const holds = [hold('2026-06-10T12:00', '2026-06-20T12:00')];
    const activities = [call('2026-06-15T12:00')];
    expect(projected({ holds, activities })).toMatchObject({
      progressDeadline: wall('2026-08-14T12:00') + 5 * DAY,
      baseEndsAt: wall('2026-12-01T12:00') + 10 * DAY,
    });
  });

  it('move by exactly the hold: a hold of one millisecond by one millisecond', () => {
    const startAt = wall('2026-06-10T00:00');
    expect(projected({ holds: [{ startAt, endAt: startAt + 1 }] }).progressDeadline).toBe(
      wall('2026-07-31T12:00') + 1,
    );
  });
});

describe('a hold around the end', () => {
  it('during grace moves the end of grace', () => {
    const holds = [hold('2026-08-01T12:00', '2026-08-04T12:00')];
    expect(projected({ holds, warnings: [warned] })).toMatchObject({
      progressDeadline: wall('2026-07-31T12:00'),
      graceEndsAt: wall('2026-08-06T12:00'),
      expiresAt: wall('2026-08-06T12:00'),
    });
    const facts = { holds, warnings: [warned] };
    expect(stateOf(facts, wall('2026-08-02T00:00'))).toBe('ON_HOLD');
    expect(stateOf(facts, wall('2026-08-05T00:00'))).toBe('GRACE');
  });

  it('across the deadline moves it, so that it does not pass while the hold runs', () => {
    const holds = [hold('2026-07-30T12:00', '2026-08-20T12:00')];
    expect(projected({ holds }).progressDeadline).toBe(wall('2026-08-21T12:00'));
    expect(stateOf({ holds }, wall('2026-08-20T12:00'))).toBe('PROTECTED');
    expect(stateOf({ holds }, wall('2026-08-21T12:00'))).toBe('GRACE');
  });

  it('after expiry changes nothing, the lead is expired all the same', () => {
    const holds = [hold('2026-08-04T00:00', null)];
    expect(projected({ holds, warnings: [warned] })).toMatchObject({
      expiresAt: wall('2026-08-03T12:00'),
      graceEndsAt: wall('2026-08-03T12:00'),
      baseEndsAt: null,
    });
    expect(stateOf({ holds, warnings: [warned] }, wall('2026-08-10T00:00'))).toBe('EXPIRED');
  });

  it('beginning exactly at the expiry comes too late', () => {
    const holds = [hold('2026-08-03T12:00', '2026-08-20T00:00')];
    expect(stateOf({ holds, warnings: [warned] }, wall('2026-08-03T12:00'))).toBe('EXPIRED');
  });
});
