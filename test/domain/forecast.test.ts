import { describe, expect, it } from 'vitest';
import { forecast } from '../../src/domain/forecast.js';
import { DEFAULT_POLICY, type PolicyChanges } from '../../src/domain/policy.js';
import { call, DAY, factsWith, hold, wall } from './instants.js';
import { warned } from './projected.js';

const now = wall('2026-07-26T12:00');

describe('the forecast of an activity', () => {
  it('counts it although it lies in the future', () => {
    const friday = wall('2026-07-31T09:00');
    const hypothesis = {
      kind: 'ACTIVITY',
      activityKind: 'QUALIFIED_CALL',
      performedAt: friday,
    } as const;
    const result = forecast(factsWith({ warnings: [warned] }), DEFAULT_POLICY, now, hypothesis);
    expect(result).toMatchObject({
      at: friday,
      before: { progressDeadline: wall('2026-07-31T12:00'), expiresAt: wall('2026-08-03T12:00') },
      after: { progressDeadline: wall('2026-09-29T09:00'), expiresAt: wall('2026-12-01T12:00') },
      stateBefore: 'WARNED',
      stateAfter: 'PROTECTED',
      tooLate: false,
    });
    expect(result.changed).toEqual([
      'progressAnchor',
      'warningDueAt',
      'progressDeadline',
      'graceEndsAt',
      'expiresAt',
      'warnedAt',
    ]);
  });

  it('changes nothing for a kind that does not qualify', () => {
    const hypothesis = { kind: 'ACTIVITY', activityKind: 'EMAIL', performedAt: now } as const;
    expect(forecast(factsWith(), DEFAULT_POLICY, now, hypothesis).changed).toEqual([]);
  });

  it('says when it would come too late', () => {
    const performedAt = wall('2026-08-03T12:00');
    const hypothesis = { kind: 'ACTIVITY', activityKind: 'QUALIFIED_CALL', performedAt } as const;
    const facts = factsWith({ warnings: [warned] });
    expect(forecast(facts, DEFAULT_POLICY, now, hypothesis)).toMatchObject({
      tooLate: true,
      stateBefore: 'EXPIRED',
    });
  });

  it('in the past is seen from now', () => {
    const performedAt = wall('2026-07-01T12:00');
    const hypothesis = { kind: 'ACTIVITY', activityKind: 'QUALIFIED_CALL', performedAt } as const;
    expect(forecast(factsWith(), DEFAULT_POLICY, now, hypothesis).at).toBe(now);
  });

  it('leaves the facts as they were', () => {
    const facts = factsWith();
    const hypothesis = { kind: 'ACTIVITY', activityKind: 'OFFER', performedAt: now } as const;
    forecast(facts, DEFAULT_POLICY, now, hypothesis);
    expect(facts).toEqual(factsWith());
  });
});

describe('the forecast of a hold', () => {
  it('that ends resumes what was paused', () => {
    const facts = factsWith({ holds: [hold('2026-07-21T12:00', null)] });
    const endAt = wall('2026-08-01T12:00');
    const { before, after } = forecast(facts, DEFAULT_POLICY, now, { kind: 'HOLD_ENDS', endAt });
    expect(before.progressDeadline).toBeNull();
    expect(after.progressDeadline).toBe(wall('2026-08-11T12:00'));
  });

  it('that ends leaves open holds of a later beginning alone', () => {
    const facts = factsWith({ holds: [hold('2026-09-01T12:00', null)] });
    const hypothesis = { kind: 'HOLD_ENDS', endAt: wall('2026-08-01T12:00') } as const;
    expect(forecast(facts, DEFAULT_POLICY, now, hypothesis).changed).toEqual([]);
  });

  it('that is named moves the end it has', () => {
    const facts = factsWith({
      holds: [
        { ...hold('2026-06-10T12:00', '2026-06-20T12:00'), id: 'a' },
        { ...hold('2026-07-10T12:00', '2026-07-20T12:00'), id: 'b' },
      ],
    });
    const endAt = wall('2026-07-15T12:00');
    const hypothesis = { kind: 'HOLD_ENDS', holdId: 'b', endAt } as const;
    const { after } = forecast(facts, DEFAULT_POLICY, now, hypothesis);
    expect(after.progressDeadline).toBe(wall('2026-07-31T12:00') + 15 * DAY);
  });

  it('that starts pauses what runs', () => {
    const hypothesis = { kind: 'HOLD_STARTS', startAt: now, endAt: null } as const;
    expect(forecast(factsWith(), DEFAULT_POLICY, now, hypothesis)).toMatchObject({
      after: { progressDeadline: null, expiresAt: null },
      stateAfter: 'ON_HOLD',
    });
  });

  it('that would end before it starts is refused', () => {
    const hypothesis = { kind: 'HOLD_STARTS', startAt: now, endAt: now } as const;
    expect(() => forecast(factsWith(), DEFAULT_POLICY, now, hypothesis)).toThrow(
      /^hypothesis\.endAt: /,
    );
    const facts = factsWith({ holds: [{ startAt: now, endAt: null, id: 'a' }] });
    const ends = { kind: 'HOLD_ENDS', holdId: 'a', endAt: now - 1 } as const;
    expect(() => forecast(facts, DEFAULT_POLICY, now, ends)).toThrow('hypothesis.endAt');
  });
});

describe('the forecast of a policy', () => {
  const leads = [
    { id: 'plain', businessType: null, facts: factsWith() },
    { id: 'hotel', businessType: 'HOTEL', facts: factsWith() },
    {
      id: 'paused',
      businessType: null,
      facts: factsWith({ holds: [hold('2026-06-02T00:00', null)] }),
    },
    {
      id: 'busy',
      businessType: 'CANTEEN',
      facts: factsWith({ activities: [call('2026-07-01T12:00')] }),
    },
  ];
  const policy = { ...DEFAULT_POLICY, overrides: { HOTEL: { progressDays: 90 } } };

  const underPolicy = (changes: PolicyChanges) =>
    leads.map(({ id, facts, businessType }) => {
      const hypothesis = { kind: 'POLICY', changes } as const;
      return { id, ...forecast(facts, policy, now, hypothesis, businessType) };
    });

  it('changes what its leads go by, and keeps overrides in force', () => {
    const changed = underPolicy({ progressDays: 45 }).filter((one) => one.changed.length > 0);
    expect(changed.map(({ id, stateBefore, stateAfter }) => [id, stateBefore, stateAfter])).toEqual(
      [
        ['plain', 'PROTECTED', 'GRACE'],
        ['busy', 'PROTECTED', 'PROTECTED'],
      ],
    );
  });

  it('can change an override', () => {
    const changed = underPolicy({ overrides: {} }).filter((one) => one.changed.length > 0);
    expect(changed.map(({ id }) => id)).toEqual(['hotel']);
    expect(changed[0]?.changed).toEqual(['warningDueAt', 'progressDeadline']);
  });

  it('changes nothing if nothing is changed', () => {
    expect(underPolicy({}).flatMap(({ changed }) => changed)).toEqual([]);
  });
});
