import type { Job } from './define-job.js';
import { importArchival } from './import-archival.js';
import { progressWarning } from './progress-warning.js';
import { projectionCheck } from './projection-check.js';
import { protectionExpiry } from './protection-expiry.js';
import { pseudonymization } from './pseudonymization.js';
import { webhookRetention } from './webhook-retention.js';

/** The nightly jobs and the check, in the order of the night. */
export const NIGHTLY_JOBS: readonly Job[] = [
  progressWarning,
  protectionExpiry,
  pseudonymization,
  importArchival,
  projectionCheck,
  webhookRetention,
];
