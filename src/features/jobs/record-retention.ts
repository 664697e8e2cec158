import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { ageOut } from './age-out.js';
import { defineJob } from './define-job.js';

/** What was done and is over: mails, job runs, hand-overs, refused registrations. */
export const recordRetention = defineJob({
  name: 'record-retention',
  sweeps: [
    ageOut({
      entity: 'OutboxEmail',
      table: 'outbox_email',
      since: 'created_at',
      days: 'mail.retentionDays',
      which: (before) => Prisma.sql`status <> 'PENDING' AND NOT ${isEvidence(before)}`,
    }),
    ageOut({
      entity: 'JobRun',
      table: 'job_run',
      since: 'started_at',
      days: 'jobRuns.retentionDays',
      which: () => Prisma.sql`status <> 'RUNNING' AND ${HAS_SUCCESSOR}`,
    }),
    ageOut({
      entity: 'HandOver',
      table: 'hand_over',
      since: 'created_at',
      days: 'handOvers.retentionDays',
      which: () => Prisma.sql`finished_at IS NOT NULL`,
    }),
    ageOut({
      entity: 'Conflict',
      table: 'conflict',
      since: 'created_at',
      days: 'conflicts.retentionDays',
      // What was registered in spite of another lead is as much a part of the lead as its owners are.
      which: () => Prisma.sql`kind = 'REFUSED'`,
    }),
  ],
});

/**
 * The mail carries a warning or reminder of an ownership that runs, or ended within the days: what the mail server
 * answered may be asked for. `OFFSET 0` keeps the condition a look-up for each mail.
 */
function isEvidence(before: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM reminder JOIN ownership ON ownership.id = reminder.ownership_id
    WHERE reminder.id = outbox_email.reminder_id
      AND (ownership.ended_at IS NULL OR ownership.ended_at > ${before.toISOString()}::timestamptz)
    OFFSET 0)`;
}

/** The latest slot of a job that was run is what keeps it from being caught up once more. */
const HAS_SUCCESSOR = Prisma.sql`EXISTS (
  SELECT FROM job_run AS later
  WHERE later.job = job_run.job AND later.slot > job_run.slot AND later.trigger <> 'MANUAL')`;
