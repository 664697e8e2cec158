import { describe, expect, it } from 'vitest';
import { expiryReason, nextHoldBoundary, remainingMs, stateAt } from '../../src/domain/clock.js';
import { DAY, hold, wall } from './instants.js';
import { LATE, projected, warned } from './projected.js';

describe('the state', () => {
  it('goes from PROTECTED over WARNED and GRACE to EXPIRED, each from its very instant', () => {
    const projection = projected({ warnings: [warned] });
    const states = [
      '2026-07-24T11:59:59.999',
      '2026-07-24T12:00',
      '2026-07-31T11:59:59.999',
      '2026-07-31T12:00',
      '2026-08-03T11:59:59.999',
      '2026-08-03T12:00',
    ].map((reading) => stateAt(projection, 'ACTIVE', wall(reading)));
    expect(states).toEqual(['PROTECTED', 'WARNED', 'WARNED', 'GRACE', 'GRACE', 'EXPIRED']);
  });

  it('is ON_HOLD from the start of a hold until just before its end', () => {
    const projection = projected({ holds: [hold('2026-06-10T00:00', '2026-06-11T00:00')] });
    const at = (reading: string) => stateAt(projection, 'ACTIVE', wall(reading));
    expect(at('2026-06-09T23:59:59.999')).toBe('PROTECTED');
    expect(at('2026-06-10T00:00')).toBe('ON_HOLD');
    expect(at('2026-06-10T23:59:59.999')).toBe('ON_HOLD');
    expect(at('2026-06-11T00:00')).toBe('PROTECTED');
  });

  it('of a converted or lost lead is that, whatever the clock says', () => {
    expect(stateAt(projected(), 'CONVERTED', LATE)).toBe('CONVERTED');
    expect(stateAt(null, 'LOST', LATE)).toBe('LOST');
  });

  it('of a lead nobody owns is UNOWNED', () => {
    expect(stateAt(null, 'ACTIVE', LATE)).toBe('UNOWNED');
    expect(stateAt(null, 'EXPIRED', LATE)).toBe('UNOWNED');
    expect(stateAt(projected(), 'RELEASED', LATE)).toBe('UNOWNED');
  });
});

describe('the reason of an expiry', () => {
  it('is the end that decided', () => {
    expect(expiryReason(projected({ warnings: [warned] }))).toBe('NO_PROGRESS');
    expect(expiryReason(projected())).toBe('BASE_PERIOD_ENDED');
    expect(expiryReason(projected({ warnings: [warned] }, { mode: 'LATEST' }))).toBe(
      'BASE_PERIOD_ENDED',
    );
  });

  it('is the base period if both ends coincide', () => {
    const at = LATE;
    expect(expiryReason({ expiresAt: at, graceEndsAt: at, baseEndsAt: at })).toBe(
      'BASE_PERIOD_ENDED',
    );
  });
});

describe('the remaining time', () => {
  it('runs down to zero and stays there', () => {
    const projection = projected({ warnings: [warned] });
    expect(remainingMs(projection, wall('2026-08-02T12:00'))).toBe(DAY);
    expect(remainingMs(projection, wall('2026-08-03T12:00'))).toBe(0);
    expect(remainingMs(projection, LATE)).toBe(0);
  });

  it('does not count holds to come and stands still during one', () => {
    const holds = [hold('2026-08-01T12:00', '2026-08-11T12:00')];
    const projection = projected({ holds, warnings: [warned] });
    expect(remainingMs(projection, wall('2026-07-31T12:00'))).toBe(3 * DAY);
    expect(remainingMs(projection, wall('2026-08-01T12:00'))).toBe(2 * DAY);
    expect(remainingMs(projection, wall('2026-08-09T00:00'))).toBe(2 * DAY);
    expect(remainingMs(projection, wall('2026-08-12T12:00'))).toBe(DAY);
  });

  it('is still known while an open hold pauses the end, and before that hold begins', () => {
    const projection = projected({
      holds: [hold('2026-07-29T12:00', null), hold('2026-07-27T12:00', '2026-07-28T12:00')],
      warnings: [warned],
    });
    expect(projection.expiresAt).toBeNull();
    expect(remainingMs(projection, wall('2026-07-26T12:00'))).toBe(8 * DAY);
    expect(remainingMs(projection, wall('2026-07-29T12:00'))).toBe(6 * DAY);
    expect(remainingMs(projection, LATE)).toBe(6 * DAY);
  });

  it('of grace is whole if the warning was issued during the open hold', () => {
    const projection = projected({
      holds: [hold('2026-07-20T12:00', null)],
      warnings: [warned],
    });
    // Eleven days were left to the deadline when the hold began, more than the ten of grace.
    expect(remainingMs(projection, LATE)).toBe(11 * DAY);
  });

  it('is unknown where there is nothing to run to', () => {
    const latest = { mode: 'LATEST' } as const;
    expect(remainingMs(projected({}, latest), LATE)).toBeNull();
    const paused = projected({ holds: [hold('2026-06-20T12:00', null)] }, latest);
    expect(remainingMs(paused, LATE)).toBeNull();
  });
});

describe('the next hold boundary', () => {
  const { holdIntervals } = projected({
    holds: [hold('2026-06-10T00:00', '2026-06-11T00:00'), hold('2026-06-20T00:00', null)],
  });
  const next = (reading: string) => nextHoldBoundary(holdIntervals, wall(reading));

  it('is the next start or end, strictly later', () => {
    expect(next('2026-06-09T00:00')).toBe(wall('2026-06-10T00:00'));
    expect(next('2026-06-10T00:00')).toBe(wall('2026-06-11T00:00'));
    expect(next('2026-06-11T00:00')).toBe(wall('2026-06-20T00:00'));
  });

  it('is none once an open hold has begun', () => {
    expect(next('2026-06-20T00:00')).toBeNull();
  });
});
