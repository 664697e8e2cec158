import { describe, expect, it } from 'vitest';
import {
  canTransition,
  SAMPLE_STATUSES,
  stepsBetween,
} from '../../src/domain/sample-transitions.js';

describe('a sample', () => {
  it('moves exactly as the table allows', () => {
    const allowed = SAMPLE_STATUSES.flatMap((from) =>
      SAMPLE_STATUSES.filter((to) => canTransition(from, to).ok).map((to) => `${from} → ${to}`),
    );
    expect(allowed).toEqual([
      'REQUESTED → APPROVED',
      'REQUESTED → CANCELLED',
      'APPROVED → SHIPPED',
      'APPROVED → CANCELLED',
      'SHIPPED → DELIVERED',
      'SHIPPED → CANCELLED',
      'SHIPPED → LOST',
      'DELIVERED → TESTING',
      'DELIVERED → CANCELLED',
      'DELIVERED → LOST',
      'TESTING → FEEDBACK_RECEIVED',
      'TESTING → CANCELLED',
      'TESTING → LOST',
    ]);
  });

  it('is told where it may go instead', () => {
    expect(canTransition('REQUESTED', 'SHIPPED')).toEqual({
      ok: false,
      from: 'REQUESTED',
      to: 'SHIPPED',
      allowed: ['APPROVED', 'CANCELLED'],
      message: 'A sample that is REQUESTED cannot become SHIPPED, allowed is APPROVED, CANCELLED',
    });
    expect(canTransition('LOST', 'DELIVERED')).toMatchObject({
      message: 'A sample that is LOST cannot become DELIVERED, allowed is nothing, it is final',
    });
  });

  it('goes through every regular step on the way to feedback', () => {
    expect(stepsBetween('DELIVERED', 'FEEDBACK_RECEIVED')).toEqual([
      'TESTING',
      'FEEDBACK_RECEIVED',
    ]);
    expect(stepsBetween('TESTING', 'SHIPPED')).toBeNull();
    expect(stepsBetween('CANCELLED', 'FEEDBACK_RECEIVED')).toBeNull();
    expect(stepsBetween('REQUESTED', 'CANCELLED')).toBeNull();
  });
});
