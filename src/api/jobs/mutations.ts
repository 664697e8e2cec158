import { jobOfCode } from '../../domain/nightly-jobs.js';
import { runJob } from '../../features/jobs/run-job.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { AffectedType, JobRunType, JobType } from './types.js';

verbMutation('runJob', {
  description:
    'Runs a nightly job now and answers when it has ended; as a dry run, it only reports what the job would do.',
  input: (t) => ({
    job: t.field({ type: JobType, required: true, description: 'The job.' }),
    asOf: t.field({
      type: 'DateTime',
      description:
        'The instant whose due rows the run deals with; now if left out. Only a dry run may look ahead.',
    }),
    dryRun: t.boolean({ description: 'If true, nothing is written.' }),
  }),
  run: (ctx, { job, asOf, dryRun }) =>
    runJob(ctx, { job: jobOfCode(job), asOf, dryRun }, ctx.services.runner),
  payload: (t) => ({
    dryRun: t.exposeBoolean('dryRun', { description: 'Whether nothing was written.' }),
    asOf: t.field({
      type: 'DateTime',
      description: 'The instant whose due rows the run dealt with.',
      resolve: ({ asOf }) => asOf,
    }),
    jobRun: t.prismaField({
      type: JobRunType,
      nullable: true,
      description: 'The run; null for a dry run.',
      resolve: (query, result, _args, { reads }) =>
        result.dryRun
          ? null
          : reads.read((tx) =>
              tx.jobRun.findUniqueOrThrow({ ...query, where: { id: result.runId } }),
            ),
    }),
    affectedCount: t.int({
      nullable: true,
      description: 'How many rows it would deal with; null for a real run.',
      resolve: (result) => (result.dryRun ? result.affected.length : null),
    }),
    affected: t.field({
      type: [AffectedType],
      description: 'The first rows it would deal with; empty for a real run.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 100,
          description: 'How many of these rows to return, at most 1000.',
        }),
      },
      resolve: (result, { first }) =>
        result.dryRun ? result.affected.slice(0, Math.min(Math.max(first, 0), 1000)) : [],
    }),
  }),
});
