/** Status of a lead. */
export const LEAD_STATUSES = ['ACTIVE', 'EXPIRED', 'RELEASED', 'CONVERTED', 'LOST'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** Statuses in which a lead is in the pool and waits for its next owner. */
export const POOL_STATUSES = ['EXPIRED', 'RELEASED'] as const satisfies readonly LeadStatus[];

/** The ways in which an ownership ends, with their descriptions in the API. */
export const OWNERSHIP_ENDS = {
  NO_PROGRESS: 'The owner was warned and showed no progress.',
  BASE_PERIOD_ENDED: 'The base period ran out.',
  RELEASED: 'The owner gave it back.',
  REASSIGNED: 'A manager gave it to another agent.',
  CONVERTED: 'It became a customer.',
  LOST: 'It will not become a customer.',
  MERGED: 'It was merged with another lead of the same company.',
} as const;
export type OwnershipEnd = keyof typeof OWNERSHIP_ENDS;
