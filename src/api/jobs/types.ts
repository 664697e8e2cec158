import {
  JOB_DESCRIPTIONS,
  type JobCode,
  type JobName,
  jobCode,
} from '../../domain/nightly-jobs.js';
import type { JobAction } from '../../features/jobs/define-job.js';
import type { JobRunStatus, JobTrigger } from '../../features/jobs/job-run.js';
import { visibleJobRuns } from '../../features/jobs/queries.js';
import type { Affected } from '../../features/jobs/run-job.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

export const JobType = codeType<JobCode>('Job', 'A nightly job.', JOB_DESCRIPTIONS);

const JobRunStatusType = codeType<JobRunStatus>('JobRunStatus', 'Status of a run.', {
  RUNNING: 'The run has not ended, or was interrupted and will be resumed.',
  SUCCEEDED: 'The run dealt with the due rows; a few of them may have failed.',
  FAILED: 'The run broke off, or too many rows failed.',
});

const JobTriggerType = codeType<JobTrigger>('JobTrigger', 'Trigger of a run.', {
  SCHEDULE: 'The scheduled slot.',
  CATCH_UP: 'The slot was missed and run later.',
  MANUAL: 'The run was started by hand.',
});

export const JobRunType = builder.prismaNode('JobRun', {
  id: { field: 'id', description: 'Global id.' },
  description: 'One execution of a nightly job for one scheduled slot, or by hand.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleJobRuns(ctx.actor)] }),
  fields: (t) => ({
    job: t.field({
      type: JobType,
      description: 'The job.',
      select: { job: true },
      resolve: ({ job }) => jobCode(job as JobName),
    }),
    slot: t.expose('slot', { type: 'DateTime', description: 'The instant it was scheduled for.' }),
    trigger: t.field({
      type: JobTriggerType,
      description: 'Trigger of the run.',
      select: { trigger: true },
      resolve: ({ trigger }) => trigger as JobTrigger,
    }),
    status: t.field({
      type: JobRunStatusType,
      description: 'Status of the run.',
      select: { status: true },
      resolve: ({ status }) => status as JobRunStatus,
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      description: 'The instant whose due rows the run deals with.',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null if it has not.',
    }),
    processed: t.exposeInt('processed', {
      description: 'Rows dealt with so far; of a check, those that are right.',
    }),
    failed: t.exposeInt('failed', {
      description: 'Rows that failed so far; of a check, those that are wrong.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Error of the run; null if it has none.',
    }),
    requestedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who started it; null if it was scheduled.',
      select: { requestedById: true },
      resolve: ({ requestedById }, _args, ctx, info) => resolveUser(ctx, info, requestedById),
    }),
  }),
});

export const JobRunConnection = builder.connectionObject(
  { type: JobRunType, name: 'JobRunConnection', description: 'A page of job runs.' },
  { name: 'JobRunEdge', description: 'A run in a page.' },
);

export const JobRunFilter = builder.inputType('JobRunFilter', {
  description: 'Criteria for runs; a criterion that is left out does not restrict.',
  fields: (t) => ({
    job: t.field({ type: JobType, description: 'Of this job.' }),
    status: t.field({ type: JobRunStatusType, description: 'Runs with any of these statuses.' }),
  }),
});

const JobActionType = codeType<JobAction>('JobAction', 'The action of a job on a row.', {
  REPROJECT:
    'Recompute the dates under the policy in force; rows due by the new dates are known only afterwards.',
  WARN: 'Warn the owner that progress is due.',
  WARN_AGAIN: 'Send again a warning that was issued and has not been delivered.',
  ALERT: 'Tell managers, and in the end admins, of a warning that cannot be delivered.',
  REMIND_OF_BASE_END: 'Tell the owner that the base period ends.',
  REMIND_OF_GRACE_END: 'Tell the owner and the managers that protection ends for lack of progress.',
  EXPIRE: 'End the protection.',
  PSEUDONYMIZE: 'Replace the personal data.',
  ARCHIVE: 'Archive the report of an import.',
  DELETE: 'Delete the row, with what hangs on it.',
  FORGET: 'Forget the values in the receipt of a refusal.',
  CHECK_PROJECTION: 'Recompute the dates and compare them with what is stored.',
});

export const AffectedType = builder.objectRef<Affected>('JobEffect').implement({
  description: 'One row that a job would deal with.',
  fields: (t) => ({
    action: t.field({
      type: JobActionType,
      description: 'The action on the row.',
      resolve: ({ action }) => action,
    }),
    entity: t.exposeString('entity', {
      description:
        'Type of the row: `Lead`, `ImportJob`, `DomainEvent`, `WebhookDelivery`, `ConflictCheck`, `Receipt`, `OutboxEmail`, `JobRun`, `HandOver` or `Conflict`.',
    }),
    entityId: t.globalID({
      description: 'Global id of the row.',
      resolve: ({ entity, id }) => ({ type: entity, id }),
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead; null if the row is of another type.',
      resolve: ({ entity, id }, _args, ctx, info) =>
        leadFieldOf(ctx, info, entity === 'Lead' ? id : null),
    }),
    dueAt: t.field({
      type: 'DateTime',
      description: 'When the row is or was due; for a check, the instant it is checked as of.',
      resolve: ({ dueAt }) => dueAt,
    }),
  }),
});
