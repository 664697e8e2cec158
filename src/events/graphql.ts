import { queryFromInfo } from '@pothos/plugin-prisma';
import { EVENT_TYPES, type EventType, type LoggedEvent } from '../domain/events.js';
import { builder } from '../graphql/builder.js';
import { JobRunType } from '../jobs/graphql.js';
import { visibleJobRuns } from '../jobs/queries.js';
import { LeadType } from '../leads/graphql.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { throughLead } from '../leads/through-lead.js';
import { ReminderType } from '../reminders/graphql.js';
import { UserType } from '../users/graphql.js';
import { resolveUser } from '../users/user-field.js';
import { cursorOf, type HistoryEvent } from './history-event.js';

/** An event from the log, or one of a lead's history. */
export type GraphQLEvent = LoggedEvent | HistoryEvent;

export const EventTypeType = builder.enumType('EventType', {
  description: 'What happened. New types are added over time.',
  values: EVENT_TYPES,
});

export const DomainEventType = builder.interfaceRef<GraphQLEvent>('DomainEvent').implement({
  description: 'Something that happened, in one gap-free, ordered log.',
  resolveType: (event) => SPECIAL_TYPES[event.type] ?? 'LeadEvent',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the event: the same wherever it is told.' }),
    cursor: t.field({
      type: 'Cursor',
      description: 'Its place in the log: following `after` it continues with the next event.',
      resolve: (event, _args, ctx) => cursorOf(event, ctx),
    }),
    type: t.field({
      type: EventTypeType,
      description: 'What happened.',
      resolve: ({ type }) => type,
    }),
    version: t.exposeInt('version', { description: 'Version of the shape of the payload.' }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'When it happened.',
      resolve: ({ occurredAt }) => occurredAt,
    }),
    actor: t.field({
      type: UserType,
      nullable: true,
      description: 'Who did it; null for the system itself. Wallboards see nobody.',
      resolve: ({ actorId }, _args, ctx, info) => resolveUser(ctx, info, actorId),
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead it is about, as it is now.',
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    payload: t.field({
      type: 'JSON',
      description: 'What else there is to know: ids, codes, counts and instants.',
      resolve: ({ payload }) => payload,
    }),
  }),
});

/** Events with fields of their own. All others are a LeadEvent. */
const SPECIAL_TYPES: Partial<Record<EventType, string>> = {
  LEAD_PROGRESS_WARNING_ISSUED: 'LeadProgressWarningIssuedEvent',
  LEAD_PROTECTION_EXPIRED: 'LeadProtectionExpiredEvent',
  LEADS_PSEUDONYMIZED: 'LeadsPseudonymizedEvent',
  IMPORT_JOBS_ARCHIVED: 'ImportJobsArchivedEvent',
  REMINDER_DUE: 'ReminderDueEvent',
  JOB_RUN_PROGRESSED: 'JobRunChangedEvent',
};

builder.objectRef<GraphQLEvent>('LeadEvent').implement({
  description: 'An event that `type` and `payload` say everything about.',
  interfaces: [DomainEventType],
});

export const WarningIssuedType = builder
  .objectRef<GraphQLEvent>('LeadProgressWarningIssuedEvent')
  .implement({
    description: 'The owner of a lead was warned that progress is due.',
    interfaces: [DomainEventType],
  });

const ExpiryReasonType = builder.enumType('ExpiryReason', {
  description: 'Why protection ended.',
  values: {
    NO_PROGRESS: { description: 'The owner was warned and showed no progress.' },
    BASE_PERIOD_ENDED: { description: 'The base period ran out.' },
  } as const,
});

export const ProtectionExpiredType = builder
  .objectRef<GraphQLEvent>('LeadProtectionExpiredEvent')
  .implement({
    description: 'The protection of a lead ended; it is in the pool now.',
    interfaces: [DomainEventType],
    fields: (t) => ({
      reason: t.field({
        type: ExpiryReasonType,
        description: 'Why.',
        resolve: ({ payload }) =>
          payload.reason === 'NO_PROGRESS' ? 'NO_PROGRESS' : 'BASE_PERIOD_ENDED',
      }),
      expiredAt: t.field({
        type: 'DateTime',
        description: 'When the time was up.',
        resolve: ({ payload, occurredAt }) =>
          typeof payload.expiredAt === 'string' ? new Date(payload.expiredAt) : occurredAt,
      }),
      formerOwner: t.field({
        type: UserType,
        nullable: true,
        description: 'Whose lead it was. Wallboards see nobody.',
        resolve: ({ ownerId }, _args, ctx, info) => resolveUser(ctx, info, ownerId),
      }),
    }),
  });

export const PseudonymizedType = countEvent(
  'LeadsPseudonymizedEvent',
  'The personal data of leads was replaced.',
  'How many leads.',
);

export const ImportsArchivedType = countEvent(
  'ImportJobsArchivedEvent',
  'The reports of old imports were cleared away.',
  'How many imports.',
);

function countEvent(name: string, description: string, counted: string) {
  return builder.objectRef<GraphQLEvent>(name).implement({
    description,
    interfaces: [DomainEventType],
    fields: (t) => ({
      count: t.int({
        description: counted,
        resolve: ({ payload }) => (typeof payload.count === 'number' ? payload.count : 0),
      }),
    }),
  });
}

export const ReminderDueType = builder.objectRef<GraphQLEvent>('ReminderDueEvent').implement({
  description: 'A reminder is due.',
  interfaces: [DomainEventType],
  fields: (t) => ({
    reminder: t.field({
      type: ReminderType,
      nullable: true,
      description: 'The reminder, as it is now.',
      resolve: ({ payload }, _args, ctx, info) => {
        if (typeof payload.reminderId !== 'string') return null;
        const { select } = queryFromInfo({ context: ctx, info, select: { id: true } });
        return ctx.db.prisma.reminder.findFirst({
          select,
          where: { id: payload.reminderId, AND: [throughLead(ctx.actor)] },
        });
      },
    }),
  }),
});

export const JobRunChangedType = builder.objectRef<GraphQLEvent>('JobRunChangedEvent').implement({
  description: 'A run of a nightly job began, went on or ended.',
  interfaces: [DomainEventType],
  fields: (t) => ({
    run: t.field({
      type: JobRunType,
      nullable: true,
      description: 'The run, as it is now.',
      resolve: ({ payload }, _args, ctx, info) => {
        if (typeof payload.runId !== 'string') return null;
        const { select } = queryFromInfo({ context: ctx, info, select: { id: true } });
        return ctx.db.prisma.jobRun.findFirst({
          select,
          where: { id: payload.runId, AND: [visibleJobRuns(ctx.actor)] },
        });
      },
    }),
  }),
});
