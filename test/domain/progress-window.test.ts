import { describe, expect, it } from 'vitest';
import { remainingMs } from '../../src/domain/clock.js';
import { ACTIVITY_KINDS, DEFAULT_POLICY } from '../../src/domain/policy.js';
import { call, DAY, hold, wall } from './instants.js';
import { LATE, projected, stateOf, warned } from './projected.js';

describe('the progress anchor', () => {
  it('is an activity exactly at the assignment, at the deadline or at now', () => {
    const atAssignment = { activities: [call('2026-06-01T12:00')] };
    expect(projected(atAssignment)).toEqual(projected());
    const atDeadline = wall('2026-07-31T12:00');
    const activities = [call('2026-07-31T12:00')];
    expect(projected({ activities }, {}, atDeadline).progressAnchor).toBe(atDeadline);
    expect(stateOf({ activities, warnings: [warned] }, atDeadline)).toBe('PROTECTED');
    expect(projected({ activities }, {}, atDeadline - 1).progressAnchor).toBe(
      wall('2026-06-01T12:00'),
    );
  });

  it('is not an activity before the assignment', () => {
    const activities = [call('2026-05-31T12:00'), call('2025-12-01T12:00')];
    expect(projected({ activities })).toEqual(projected());
  });

  it('is not a future-dated activity until its moment comes', () => {
    const activities = [call('2026-06-20T12:00'), call('2026-06-10T12:00')];
    expect(projected({ activities }, {}, wall('2026-06-15T00:00')).progressAnchor).toBe(
      wall('2026-06-10T12:00'),
    );
    expect(projected({ activities }, {}, wall('2026-06-20T12:00')).progressAnchor).toBe(
      wall('2026-06-20T12:00'),
    );
  });

  it.each(ACTIVITY_KINDS)('by default is moved by %s only if that kind qualifies', (kind) => {
    const performedAt = wall('2026-06-10T12:00');
    const { progressAnchor } = projected({ activities: [{ kind, performedAt }] });
    const qualifies = DEFAULT_POLICY.qualifyingKinds.includes(kind);
    expect(progressAnchor).toBe(qualifies ? performedAt : wall('2026-06-01T12:00'));
  });

  it('is moved by what the policy says', () => {
    const activities = [
      { kind: 'NOTE', performedAt: wall('2026-06-10T12:00') } as const,
      call('2026-06-20T12:00'),
    ];
    expect(projected({ activities }, { qualifyingKinds: ['NOTE'] }).progressAnchor).toBe(
      wall('2026-06-10T12:00'),
    );
    expect(projected({ activities }, { qualifyingKinds: [] }).progressAnchor).toBe(
      wall('2026-06-01T12:00'),
    );
  });
});

describe('a claim after an earlier ownership', () => {
  const earlier = {
    activities: [call('2026-07-10T12:00')],
    holds: [hold('2026-07-01T00:00', '2026-08-10T12:00')],
    warnings: [warned],
  };

  it('by the same agent starts afresh, whatever was known before', () => {
    const assignedAt = wall('2026-08-10T12:00');
    expect(projected({ ...earlier, assignedAt })).toEqual(projected({ assignedAt }));
  });

  it('by another agent keeps only what is still running of a hold', () => {
    const assignedAt = wall('2026-08-05T12:00');
    expect(projected({ ...earlier, assignedAt })).toMatchObject({
      progressAnchor: assignedAt,
      progressDeadline: wall('2026-10-04T12:00') + 5 * DAY,
      warnedAt: null,
      holdIntervals: [[assignedAt, wall('2026-08-10T12:00')]],
    });
  });
});

describe('the warning', () => {
  it('gives grace from its sending, but never less than the progress period', () => {
    expect(projected({ warnings: [warned] }).graceEndsAt).toBe(wall('2026-08-03T12:00'));
    expect(projected({ warnings: [warned] }, { graceDays: 3 }).graceEndsAt).toBe(
      wall('2026-07-31T12:00'),
    );
  });

  it('issued late, because the job was down three days, still gives ten days', () => {
    const late = { ...warned, sentAt: wall('2026-07-27T01:00') };
    expect(projected({ warnings: [late] }).expiresAt).toBe(wall('2026-08-06T01:00'));
    const afterDeadline = { ...warned, sentAt: wall('2026-08-03T01:00') };
    expect(projected({ warnings: [afterDeadline] }).expiresAt).toBe(wall('2026-08-13T01:00'));
  });

  it('under DEADLINE gives grace from the deadline, or from itself if it came later', () => {
    const policy = { graceAnchor: 'DEADLINE' } as const;
    expect(projected({ warnings: [warned] }, policy).graceEndsAt).toBe(wall('2026-08-10T12:00'));
    const late = { ...warned, sentAt: wall('2026-08-03T01:00') };
    expect(projected({ warnings: [late] }, policy).graceEndsAt).toBe(wall('2026-08-13T01:00'));
  });

  it('is needed for an expiry for lack of progress', () => {
    expect(stateOf({}, wall('2026-11-30T00:00'))).toBe('GRACE');
    expect(stateOf({}, wall('2026-12-01T12:00'))).toBe('EXPIRED');
  });

  it('of another window counts for nothing', () => {
    const activities = [call('2026-07-25T12:00')];
    expect(projected({ activities, warnings: [warned] })).toMatchObject({
      warnedAt: null,
      graceEndsAt: null,
    });
  });

  it('counts from the first, should there be several for the window', () => {
    const again = { ...warned, sentAt: warned.sentAt + DAY };
    expect(projected({ warnings: [again, warned] })).toEqual(projected({ warnings: [warned] }));
  });

  it('is paused with its grace by an open hold, as under DEADLINE by a paused deadline', () => {
    const holds = [hold('2026-07-25T12:00', null)];
    for (const graceAnchor of ['WARNING', 'DEADLINE'] as const) {
      expect(projected({ holds, warnings: [warned] }, { graceAnchor })).toMatchObject({
        warnedAt: warned.sentAt,
        graceEndsAt: null,
        expiresAt: null,
      });
    }
  });
});

describe('the mode', () => {
  it('EARLIEST ends protection with the first end', () => {
    const { expiresAt, graceEndsAt } = projected({ warnings: [warned] });
    expect(expiresAt).toBe(graceEndsAt);
  });

  it('LATEST ends protection with the last end', () => {
    const { expiresAt, baseEndsAt } = projected({ warnings: [warned] }, { mode: 'LATEST' });
    expect(expiresAt).toBe(baseEndsAt);
  });

  it('LATEST never ends protection without a warning', () => {
    expect(projected({}, { mode: 'LATEST' }).expiresAt).toBeNull();
    expect(stateOf({}, LATE, { ...DEFAULT_POLICY, mode: 'LATEST' })).toBe('GRACE');
  });

  it('EARLIEST ends protection with one end while the other is paused', () => {
    const holds = [hold('2026-08-20T00:00', null)];
    expect(projected({ holds, warnings: [warned] })).toMatchObject({
      baseEndsAt: null,
      expiresAt: wall('2026-08-03T12:00'),
    });
  });
});

describe('an extension during grace', () => {
  it('moves the end of the base period and not the end of grace', () => {
    expect(projected({ warnings: [warned], extensionMonths: 3 })).toMatchObject({
      baseEndsAt: wall('2027-03-01T12:00'),
      graceEndsAt: wall('2026-08-03T12:00'),
      expiresAt: wall('2026-08-03T12:00'),
    });
  });

  it('under LATEST moves the end of protection', () => {
    const facts = { warnings: [warned], extensionMonths: 3 };
    expect(projected(facts, { mode: 'LATEST' }).expiresAt).toBe(wall('2027-03-01T12:00'));
  });
});

describe('a change of policy', () => {
  const changed = { version: 2, progressDays: 45 };

  it('in mid-window counts the new period from the old anchor and keeps the warning', () => {
    expect(projected({ warnings: [warned] }, changed)).toMatchObject({
      progressAnchor: wall('2026-06-01T12:00'),
      warningDueAt: wall('2026-07-09T12:00'),
      progressDeadline: wall('2026-07-16T12:00'),
      graceEndsAt: wall('2026-08-03T12:00'),
      policyVersion: 2,
    });
  });

  it('in mid-hold changes how much is left, not that the clock stands still', () => {
    const facts = { holds: [hold('2026-06-11T12:00', null)], warnings: [warned] };
    const policy = { mode: 'EARLIEST', graceAnchor: 'DEADLINE' } as const;
    const now = wall('2026-07-30T00:00');
    expect(remainingMs(projected(facts, policy), now)).toBe(60 * DAY);
    expect(remainingMs(projected(facts, { ...policy, ...changed }), now)).toBe(45 * DAY);
  });
});
