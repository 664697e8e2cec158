import { jobOfCode } from '../../domain/nightly-jobs.js';
import { visibleJobRuns } from '../../features/jobs/queries.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { JobRunConnection, JobRunFilter } from './types.js';

const LATEST_FIRST = {
  column: 'startedAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryField('jobRuns', (t) =>
  t.field({
    type: JobRunConnection,
    description: 'The runs of the nightly jobs, the latest first. Agents see none.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: JobRunFilter, description: 'Filter of the list.' }),
    },
    resolve: (_root, args, ctx, info) => {
      const { job, status } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            visibleJobRuns(ctx.actor),
            job ? { job: jobOfCode(job) } : {},
            status ? { status } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.jobRun.findMany(query)),
      );
    },
  }),
);
