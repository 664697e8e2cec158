/** Most euros that a lead should cost. */
export const COST_PER_LEAD_TARGET = 25;
/** Least share of sampled products that should succeed, from 0 to 1. */
export const SAMPLE_SUCCESS_TARGET = 0.85;
