import { JOB_NAMES, type JobName } from '../../domain/nightly-jobs.js';
import { conflictCheckRetention } from './conflict-check-retention.js';
import type { Job } from './define-job.js';
import { eventArchival } from './event-archival.js';
import { importArchival } from './import-archival.js';
import { progressWarning } from './progress-warning.js';
import { projectionCheck } from './projection-check.js';
import { protectionExpiry } from './protection-expiry.js';
import { pseudonymization } from './pseudonymization.js';
import { recordRetention } from './record-retention.js';
import { webhookRetention } from './webhook-retention.js';

const JOBS: Readonly<Record<JobName, Job>> = {
  'progress-warning': progressWarning,
  'protection-expiry': protectionExpiry,
  pseudonymization,
  'import-archival': importArchival,
  'event-archival': eventArchival,
  'projection-check': projectionCheck,
  'webhook-retention': webhookRetention,
  'conflict-check-retention': conflictCheckRetention,
  'record-retention': recordRetention,
};

/** In the order of the night. */
export const NIGHTLY_JOBS: readonly Job[] = JOB_NAMES.map((name) => JOBS[name]);
