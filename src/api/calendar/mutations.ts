import {
  type CreatedFeed,
  createCalendarFeed,
} from '../../features/calendar/create-calendar-feed.js';
import { feedPath } from '../../features/calendar/feed-token.js';
import { revokeCalendarFeed } from '../../features/calendar/revoke-calendar-feed.js';
import { idempotencyKey } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { CalendarFeedType } from './types.js';

verbMutation('createCalendarFeed', {
  description:
    'Creates a calendar of the caller’s deadlines, warnings and follow-ups behind a secret address, for calendar programs.',
  input: (t) => ({
    name: t.string({ required: true, maxLength: 100, description: 'Name of the calendar.' }),
    customerNames: t.boolean({
      description:
        'Whether entries name companies and cities; false if left out. Every program that has the address sees them.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: (ctx, input): Promise<CreatedFeed> => createCalendarFeed(ctx, input),
  payload: (t) => ({
    path: t.string({
      nullable: true,
      description:
        'Path of the calendar below the public address. It is told this once; null when the idempotency key was known.',
      resolve: ({ token }) => (token === null ? null : feedPath(token)),
    }),
    url: t.string({
      nullable: true,
      description: 'The whole address; null without `PUBLIC_URL`, and as `path`.',
      resolve: ({ token }, _args, { services }) =>
        token === null || services.publicUrl === null
          ? null
          : `${services.publicUrl}${feedPath(token)}`,
    }),
    calendarFeed: t.prismaField({
      type: CalendarFeedType,
      description: 'The calendar, without its secret.',
      resolve: (query, { id }, _args, { reads }) =>
        reads.read((tx) => tx.calendarFeed.findUniqueOrThrow({ ...query, where: { id } })),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether the idempotency key was known, so that nothing was created.',
    }),
  }),
});

verbMutation('revokeCalendarFeed', {
  description: 'Revokes a calendar for good, for its user and for admins.',
  input: (t) => ({
    calendarFeedId: t.globalID({
      for: CalendarFeedType,
      required: true,
      description: 'Global id of the calendar.',
    }),
  }),
  run: (ctx, { calendarFeedId }) => revokeCalendarFeed(ctx, { calendarFeedId: calendarFeedId.id }),
  payload: (t) => ({
    calendarFeed: t.prismaField({
      type: CalendarFeedType,
      description: 'The calendar as it is now.',
      resolve: (query, { id }, _args, { reads }) =>
        reads.read((tx) => tx.calendarFeed.findUniqueOrThrow({ ...query, where: { id } })),
    }),
  }),
});
