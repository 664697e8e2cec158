export const SAMPLE_STATUSES = [
  'REQUESTED',
  'APPROVED',
  'SHIPPED',
  'DELIVERED',
  'TESTING',
  'FEEDBACK_RECEIVED',
  'CANCELLED',
  'LOST',
] as const;

export type SampleStatus = (typeof SAMPLE_STATUSES)[number];

/**
 * Where a sample may go next, the regular step first. It can be cancelled as long as it is open,
 * and lost once it is on its way.
 */
export const SAMPLE_TRANSITIONS = {
  REQUESTED: ['APPROVED', 'CANCELLED'],
  APPROVED: ['SHIPPED', 'CANCELLED'],
  SHIPPED: ['DELIVERED', 'CANCELLED', 'LOST'],
  DELIVERED: ['TESTING', 'CANCELLED', 'LOST'],
  TESTING: ['FEEDBACK_RECEIVED', 'CANCELLED', 'LOST'],
  FEEDBACK_RECEIVED: [],
  CANCELLED: [],
  LOST: [],
} as const satisfies Record<SampleStatus, readonly SampleStatus[]>;

export type TransitionResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly from: SampleStatus;
      readonly to: SampleStatus;
      readonly allowed: readonly SampleStatus[];
      readonly message: string;
    };

/** Whether a sample may go from one status to another in one step, and if not, where it may. */
export function canTransition(from: SampleStatus, to: SampleStatus): TransitionResult {
  const allowed: readonly SampleStatus[] = SAMPLE_TRANSITIONS[from];
  if (allowed.includes(to)) return { ok: true };
  const where = allowed.length === 0 ? 'nothing, it is final' : allowed.join(', ');
  const message = `A sample that is ${from} cannot become ${to}, allowed is ${where}`;
  return { ok: false, from, to, allowed, message };
}

/**
 * The regular steps that lead from one status to a later one, the last being `to`: the steps to record when feedback
 * arrives for a sample that was not marked as being tested. `null` if there is no such way.
 */
export function stepsBetween(from: SampleStatus, to: SampleStatus): SampleStatus[] | null {
  const steps: SampleStatus[] = [];
  let next: SampleStatus | undefined = SAMPLE_TRANSITIONS[from][0];
  while (next !== undefined) {
    steps.push(next);
    if (next === to) return steps;
    next = SAMPLE_TRANSITIONS[next][0];
  }
  return null;
}
