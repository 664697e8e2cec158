import { readSetting } from '../../platform/settings/read-setting.js';
import { findDrift, type StoredProjection, storedProjections } from '../protection/find-drift.js';
import { type Check, defineJob } from './define-job.js';

/**
 * Whether the stored dates of leads are what their facts say. If not, some verb forgot to project: that is reported
 * and not repaired, or the fault would stay hidden.
 */
const drift: Check<StoredProjection> = {
  action: 'CHECK_PROJECTION',
  entity: 'Lead',
  sampleSize: (tx) => readSetting(tx, 'projection-check.sampleSize'),
  select: storedProjections,
  judge: findDrift,
};

export const projectionCheck = defineJob({
  name: 'projection-check',
  check: drift,
});
