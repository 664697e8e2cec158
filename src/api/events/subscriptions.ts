import { NotFoundError, UnauthenticatedError } from '../../domain/errors.js';
import type { EventType, LoggedEvent } from '../../domain/events.js';
import { cursorsOf, type LogState } from '../../platform/events/cursor.js';
import { logFlow } from '../../platform/events/log-flow.js';
import type { Beat } from '../../platform/events/pulse.js';
import { builder } from '../kit/builder.js';
import type { GraphQLContext } from '../kit/context.js';
import { leadIdsOf } from '../kit/forwarded-lead.js';
import { findKnown } from '../leads/known-leads.js';
import { LeadType } from '../leads/types.js';
import { HeartbeatType } from './heartbeat.js';
import {
  DomainEventType,
  EventTypeType,
  ImportsArchivedType,
  JobRunChangedType,
  ProtectionExpiredType,
  PseudonymizedType,
  ReminderDueType,
  WarningIssuedType,
} from './types.js';

builder.subscriptionType({
  description:
    'Events as they happen. With a cursor the subscription begins with the events that the client missed; none is lost or sent twice.',
});

const afterArg = builder.args((t) => ({
  after: t.field({
    type: 'Cursor',
    description: 'Begin with the events after this cursor; with the next event if left out.',
  }),
}));

interface Wanted {
  after: string | null | undefined;
  types?: readonly EventType[] | null | undefined;
  leadId?: string | null | undefined;
}

/**
 * A bad cursor is refused at once, before any event is sent. The last event id that a browser sends over SSE takes
 * precedence over the cursor of the request, which the browser repeats unchanged when it reconnects.
 */
async function follow(ctx: GraphQLContext, wanted: Wanted): Promise<AsyncIterable<LoggedEvent>> {
  const { services, session } = ctx;
  if (session === null) throw new UnauthenticatedError('Send a token to subscribe.');
  const { hub, keyRing } = services;
  const leadIds = wanted.leadId ? await leadIdsOf(ctx.reads, wanted.leadId) : null;
  const after = ctx.lastEventId ?? wanted.after;
  const end = hub.end();
  // From here on the hub reads, under its own identity.
  await ctx.reads.settle();
  const locate = (log: LogState) => cursorsOf(keyRing).locate(after ?? '', log, ctx.actor);
  return logFlow({
    session,
    from: after == null ? end : await hub.locate(locate),
    filter: { types: wanted.types ?? null, leadIds },
  });
}

builder.subscriptionField('events', (t) =>
  t.field({
    type: DomainEventType,
    description: 'All events that the actor may see.',
    args: {
      ...afterArg,
      types: t.arg({
        type: [EventTypeType],
        description: 'Only events of these types; all types if left out.',
      }),
      leadId: t.arg.globalID({
        for: LeadType,
        description:
          'About this lead; with the id of one that was merged, also about the lead that it leads on to.',
      }),
    },
    subscribe: (_root, { after, types, leadId }, ctx) =>
      follow(ctx, { after, types, leadId: leadId?.id }),
    resolve: (event: LoggedEvent) => event,
  }),
);

builder.subscriptionField('leadChanged', (t) =>
  t.field({
    type: DomainEventType,
    description:
      'The events of one lead; with the id of one that was merged, also those of the lead that it leads on to. When the lead is merged, `LEAD_MERGED` names the kept lead: subscribe anew.',
    args: {
      ...afterArg,
      id: t.arg.globalID({ for: LeadType, required: true, description: 'The lead.' }),
    },
    subscribe: async (_root, { after, id }, ctx) => {
      const known = await findKnown(ctx, { select: { id: true } }, [id.id]);
      if (known.length === 0) throw new NotFoundError('Lead', id.id);
      return follow(ctx, { after, leadId: id.id });
    },
    resolve: (event: LoggedEvent) => event,
  }),
);

/** A subscription to the events of one type, or of several that are of one kind. */
function subscribeTo(
  field: string,
  eventTypes: EventType | readonly EventType[],
  type: typeof ReminderDueType,
  description: string,
): void {
  builder.subscriptionField(field, (t) =>
    t.field({
      type,
      description,
      args: afterArg,
      subscribe: (_root, { after }, ctx) => follow(ctx, { after, types: [eventTypes].flat() }),
      resolve: (event: LoggedEvent) => event,
    }),
  );
}

subscribeTo(
  'leadProgressWarningIssued',
  'LEAD_PROGRESS_WARNING_ISSUED',
  WarningIssuedType,
  'The progress warnings that owners of leads get.',
);
subscribeTo(
  'leadProtectionExpired',
  'LEAD_PROTECTION_EXPIRED',
  ProtectionExpiredType,
  'The leads whose protection ends.',
);
subscribeTo(
  'leadsPseudonymized',
  'LEADS_PSEUDONYMIZED',
  PseudonymizedType,
  'Pseudonymisations: how many leads lost their personal data.',
);
subscribeTo(
  'importJobsArchived',
  'IMPORT_JOBS_ARCHIVED',
  ImportsArchivedType,
  'Clean-ups: how many old import reports were archived or deleted.',
);
subscribeTo(
  'reminderDue',
  ['REMINDER_DUE', 'LEAD_PROGRESS_WARNING_ISSUED', 'LEAD_PROTECTION_REMINDER'],
  ReminderDueType,
  'The reminders that fall due: follow-ups, progress warnings and base reminders.',
);
subscribeTo(
  'jobRunChanged',
  'JOB_RUN_PROGRESSED',
  JobRunChangedType,
  'Progress of the nightly jobs. Agents get no events.',
);

builder.subscriptionField('heartbeat', (t) =>
  t.field({
    type: HeartbeatType,
    description:
      'A heartbeat at once and at regular intervals; a client that misses three of them should reconnect.',
    subscribe: (_root, _args, { services, session, signal }) => {
      if (session === null) throw new UnauthenticatedError('Send a token to subscribe.');
      return services.pulse.follow(signal);
    },
    resolve: (beat: Beat) => beat,
  }),
);
