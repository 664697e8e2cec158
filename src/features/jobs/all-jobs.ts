import { conflictCheckRetention } from './conflict-check-retention.js';
import type { Job } from './define-job.js';
import { eventArchival } from './event-archival.js';
import { importArchival } from './import-archival.js';
import { progressWarning } from './progress-warning.js';
import { projectionCheck } from './projection-check.js';
import { protectionExpiry } from './protection-expiry.js';
import { pseudonymization } from './pseudonymization.js';
import { webhookRetention } from './webhook-retention.js';

/** The four nightly jobs, those that keep logs short, and the check, in the order of the night. */
export const NIGHTLY_JOBS: readonly Job[] = [
  progressWarning,
  protectionExpiry,
  pseudonymization,
  importArchival,
  eventArchival,
  projectionCheck,
  webhookRetention,
  conflictCheckRetention,
];
