import { findDrift, type StoredProjection, storedProjections } from '../leads/find-drift.js';
import { type Check, defineJob } from './define-job.js';
import { jobSetting } from './job-settings.js';

/**
 * Whether the stored dates of leads are what their facts say. If not, some verb forgot to project:
 * that is told and not repaired, or nobody would ever learn of it.
 */
const drift: Check<StoredProjection> = {
  action: 'CHECK_PROJECTION',
  entity: 'Lead',
  sampleSize: (tx) => jobSetting(tx, 'projection-check.sampleSize'),
  select: storedProjections,
  judge: findDrift,
};

export const projectionCheck = defineJob({
  name: 'projection-check',
  cron: '0 5 * * *',
  check: drift,
});
