import { throughLead } from '../../features/leads/through-lead.js';
import { builder } from '../kit/builder.js';
import { forwardedLead } from '../kit/forwarded-lead.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import { byUser } from '../users/by-user.js';
import { LATEST_FIRST, ReminderConnection, ReminderFilter } from './types.js';

builder.queryField('reminders', (t) =>
  t.field({
    type: ReminderConnection,
    description: 'The reminders about the leads that the actor may see, the latest first.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: ReminderFilter, description: 'Filter of the list.' }),
    },
    resolve: async (_root, args, ctx, info) => {
      const { leadId, recipientId, kind, channel, sent, acknowledged } = args.filter ?? {};
      const { dueFrom, dueBefore } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            throughLead(ctx.actor),
            leadId ? { leadId: await forwardedLead(ctx.reads, leadId.id) } : {},
            byUser(ctx.actor, 'recipientId', recipientId),
            kind ? { kind: { in: kind } } : {},
            channel ? { channel } : {},
            sent == null ? {} : { sentAt: sent ? { not: null } : null },
            acknowledged == null ? {} : { acknowledgedAt: acknowledged ? { not: null } : null },
            dueFrom ? { dueAt: { gte: dueFrom } } : {},
            dueBefore ? { dueAt: { lt: dueBefore } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.reminder.findMany(query)),
      );
    },
  }),
);
