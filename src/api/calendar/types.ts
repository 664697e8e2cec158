import { visibleFeeds } from '../../features/calendar/visible-feeds.js';
import { builder } from '../kit/builder.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

export const CalendarFeedType = builder.prismaNode('CalendarFeed', {
  id: { field: 'id', description: 'Global id.' },
  description:
    'A calendar of deadlines, warnings and follow-ups that calendar programs subscribe to by a secret address. Its address is returned by `createCalendarFeed` only. For its user and for admins.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleFeeds(ctx.actor)] }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the calendar.' }),
    customerNames: t.exposeBoolean('customerNames', {
      description: 'Whether its entries name companies and cities.',
    }),
    user: t.field({
      type: UserType,
      nullable: true,
      description: 'The user whose dates it has.',
      select: { userId: true },
      resolve: ({ userId }, _args, ctx, info) => resolveUser(ctx, info, userId),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null if it was not.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last fetched, to the minute; null if never.',
    }),
  }),
});
