import { builder } from '../kit/builder.js';
import { CalendarFeedType } from './types.js';

/** Of one user; further ones were revoked long ago. */
const MOST = 50;

builder.queryField('calendarFeeds', (t) =>
  t.prismaField({
    type: [CalendarFeedType],
    description: 'The calendars of the actor, the latest first, revoked ones too; at most 50.',
    resolve: (query, _root, _args, { reads, actor }) =>
      reads.read((tx) =>
        tx.calendarFeed.findMany({
          ...query,
          where: { userId: actor.id ?? '' },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: MOST,
        }),
      ),
  }),
);
