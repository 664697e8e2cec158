import { visibleImportJobs } from '../../features/imports/queries.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { ImportJobConnection, ImportStatusType } from './types.js';

const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryField('importJobs', (t) =>
  t.field({
    type: ImportJobConnection,
    description: 'The imports of the actor, or all of them for actors who see the whole market.',
    args: {
      ...pageArgs,
      status: t.arg({ type: ImportStatusType, description: 'Only imports with this status.' }),
    },
    resolve: (_root, { status, ...args }, ctx, info) =>
      readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        { AND: [visibleImportJobs(ctx.actor), status ? { status } : {}] },
        (query) => ctx.reads.read((tx) => tx.importJob.findMany(query)),
      ),
  }),
);
