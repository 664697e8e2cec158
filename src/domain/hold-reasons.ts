/** The reasons of holds, with their descriptions in the API. */
export const HOLD_REASONS = {
  PRICE_APPROVAL: 'A price has to be approved.',
  SAMPLE_DELAY: 'Samples are late.',
  SUPPLY_ISSUE: 'A product cannot be delivered.',
  CUSTOMER_BLOCKED: 'The customer cannot go on just now.',
  OTHER: 'Another reason, given as text.',
} as const;

export type HoldReason = keyof typeof HOLD_REASONS;
