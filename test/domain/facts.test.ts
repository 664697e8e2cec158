import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../src/domain/errors.js';
import { assertHold, assertNotFuture } from '../../src/domain/facts.js';
import { MINUTE, utc } from './instants.js';

const now = utc('2026-07-01T12:00:00');

describe('an instant reported on entry', () => {
  it('in the future is rejected with its value and what is allowed', () => {
    expect(() => assertNotFuture(now + MINUTE + 1, now, 'performedAt')).toThrow(
      new ValidationError([
        {
          path: 'performedAt',
          message:
            '2026-07-01T12:01:00.001Z is in the future, allowed is up to 2026-07-01T12:00:00.000Z',
        },
      ]),
    );
  });

  it('up to a minute ahead is a skewed clock and taken as now', () => {
    expect(assertNotFuture(now + MINUTE, now, 'performedAt')).toBe(now);
  });

  it('in the past is taken as it is', () => {
    expect(assertNotFuture(now - 1, now, 'performedAt')).toBe(now - 1);
    expect(assertNotFuture(now, now, 'performedAt')).toBe(now);
  });

  it.each([Number.NaN, Infinity, 0.5])('that is %s is rejected', (value) => {
    expect(() => assertNotFuture(value, now, 'performedAt')).toThrow(/whole epoch milliseconds/);
  });
});

describe('a hold reported on entry', () => {
  it('may be open or end after it starts', () => {
    expect(() => assertHold({ startAt: now, endAt: null })).not.toThrow();
    expect(() => assertHold({ startAt: now, endAt: now + 1 })).not.toThrow();
  });

  it.each([0, -1])('that ends %i ms after its start is rejected', (length) => {
    expect(() => assertHold({ startAt: now, endAt: now + length })).toThrow(
      /^hold\.endAt: .* is not after the start, allowed is later than 2026-07-01T12:00:00.000Z$/,
    );
  });
});
