import { describe, expect, it } from 'vitest';
import { DAY, HOUR, hold, utc, wall } from './instants.js';
import { projected, warned } from './projected.js';

describe('calendar arithmetic', () => {
  it('ends six months from 31 August on the last of February', () => {
    expect(projected({ assignedAt: wall('2026-08-31T09:00') }).baseEndsAt).toBe(
      wall('2027-02-28T09:00'),
    );
  });

  it('knows leap years', () => {
    expect(projected({ assignedAt: wall('2027-08-31T09:00') }).baseEndsAt).toBe(
      wall('2028-02-29T09:00'),
    );
    expect(projected({ assignedAt: wall('2028-01-15T09:00') }).progressDeadline).toBe(
      wall('2028-03-15T09:00'),
    );
    expect(projected({ assignedAt: wall('2027-01-15T09:00') }).progressDeadline).toBe(
      wall('2027-03-16T09:00'),
    );
    expect(projected({ assignedAt: wall('2028-02-29T09:00') }, { baseMonths: 12 }).baseEndsAt).toBe(
      wall('2029-02-28T09:00'),
    );
  });

  it('adds base months and extension in one step, without clamping in between', () => {
    const facts = { assignedAt: wall('2026-08-31T09:00'), extensionMonths: 1 };
    expect(projected(facts).baseEndsAt).toBe(wall('2027-03-31T09:00'));
  });

  it('keeps the time of day across the change to summer time', () => {
    const { progressAnchor, progressDeadline } = projected({
      assignedAt: wall('2026-03-01T10:00'),
    });
    expect(progressDeadline).toBe(wall('2026-04-30T10:00'));
    expect((progressDeadline ?? 0) - progressAnchor).toBe(60 * DAY - HOUR);
  });

  it('keeps the time of day across the change to winter time', () => {
    const { progressAnchor, progressDeadline } = projected({
      assignedAt: wall('2026-10-01T10:00'),
    });
    expect(progressDeadline).toBe(wall('2026-11-30T10:00'));
    expect((progressDeadline ?? 0) - progressAnchor).toBe(60 * DAY + HOUR);
  });

  it('moves a deadline inside the missing hour on by that hour', () => {
    expect(projected({ assignedAt: wall('2026-01-28T02:30') }).progressDeadline).toBe(
      utc('2026-03-29T01:30:00'),
    );
  });

  it('takes the first pass for a deadline inside the doubled hour', () => {
    expect(projected({ assignedAt: wall('2026-08-26T02:30') }).progressDeadline).toBe(
      utc('2026-10-25T00:30:00'),
    );
  });
});

describe('another zone', () => {
  it('sees the same dates for the same instants, however they were written', () => {
    const fromBerlin = projected({ assignedAt: Date.parse('2026-06-01T12:00:00+02:00') });
    const fromTokyo = projected({ assignedAt: Date.parse('2026-06-01T19:00:00+09:00') });
    expect(fromTokyo).toEqual(fromBerlin);
  });

  it('of the machine does not matter', () => {
    const here = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Apia';
      const inApia = projected({ assignedAt: utc('2026-03-28T20:00:00') });
      process.env.TZ = 'America/New_York';
      expect(projected({ assignedAt: utc('2026-03-28T20:00:00') })).toEqual(inApia);
    } finally {
      if (here === undefined) delete process.env.TZ;
      else process.env.TZ = here;
    }
  });

  it('of the policy does: days and months are counted there', () => {
    const assignedAt = utc('2026-03-01T04:30:00');
    expect(projected({ assignedAt }).progressDeadline).toBe(utc('2026-04-30T03:30:00'));
    expect(projected({ assignedAt }, { timeZone: 'UTC' }).progressDeadline).toBe(
      utc('2026-04-30T04:30:00'),
    );
    // Still 28 February in New York, where March has no part in the base period.
    expect(projected({ assignedAt }, { timeZone: 'America/New_York' }).baseEndsAt).toBe(
      utc('2026-08-29T03:30:00'),
    );
  });
});

describe('protection that ends with the local day', () => {
  it('ends every period at a midnight', () => {
    const policy = { dayBoundary: 'END_OF_DAY', graceAnchor: 'DEADLINE' } as const;
    const holds = [hold('2026-06-10T08:00', '2026-06-10T11:17')];
    expect(projected({ holds, warnings: [warned] }, policy)).toMatchObject({
      warningDueAt: wall('2026-07-25T00:00'),
      progressDeadline: wall('2026-08-01T00:00'),
      graceEndsAt: wall('2026-08-11T00:00'),
      baseEndsAt: wall('2026-12-02T00:00'),
      baseReminderDueAt: wall('2026-11-22T00:00'),
    });
  });
});
