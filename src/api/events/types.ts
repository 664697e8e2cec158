import { queryFromInfo } from '@pothos/plugin-prisma';
import type { EventType, LoggedEvent } from '../../domain/events.js';
import { visibleJobRuns } from '../../features/jobs/queries.js';
import { throughLead } from '../../features/leads/through-lead.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { eventDescriptions, toldPayload } from '../../platform/events/payloads.js';
import { JobRunType } from '../jobs/types.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { ReminderType } from '../reminders/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

export type GraphQLEvent = LoggedEvent;

const EVENT_MEANINGS: Readonly<Record<EventType, string>> = {
  LEAD_REGISTERED: 'A lead was registered.',
  LEAD_UPDATED: 'Fields or contacts of a lead changed.',
  LEAD_CLAIMED: 'An agent took a lead from the pool.',
  LEAD_RELEASED: 'Its owner gave a lead back.',
  LEAD_REASSIGNED: 'A manager gave a lead to somebody else.',
  LEAD_CONVERTED: 'A lead became a customer.',
  LEAD_LOST: 'A lead will not become a customer.',
  LEAD_REOPENED: 'A manager took a lead up again.',
  ACTIVITY_LOGGED: 'Something happened with the customer.',
  ACTIVITY_CORRECTED: 'An activity was corrected.',
  ACTIVITY_VOIDED: 'An activity was declared void.',
  PROTECTION_REACTIVATED: 'Progress came after the warning: a new window began.',
  HOLD_STARTED: 'The clock stands still.',
  HOLD_ENDED: 'The clock runs again.',
  HOLD_VOIDED: 'A hold was declared void.',
  EXTENSION_REQUESTED: 'An owner asked for more base protection.',
  EXTENSION_DECIDED: 'A manager decided on an extension.',
  REMINDER_SENT:
    'A base reminder or follow-up reached its reader: the mail server took it, or it was acknowledged.',
  REMINDER_DUE: 'A reminder is due.',
  SAMPLE_CHANGED: 'A sample moved a step on.',
  FEEDBACK_RECEIVED: 'A customer said what they think of a sample.',
  LEAD_PROGRESS_WARNING_ISSUED: 'An owner was warned that progress is due.',
  LEAD_PROTECTION_REMINDER: 'An owner was told that the base period ends.',
  LEAD_PROTECTION_EXPIRED: 'The protection of a lead ended.',
  LEADS_PSEUDONYMIZED: 'The personal data of leads was replaced.',
  IMPORT_JOBS_ARCHIVED: 'The reports of old imports were cleared away.',
  IMPORT_PROGRESSED: 'An import went on or ended.',
  JOB_RUN_PROGRESSED: 'A run of a nightly job began, went on or ended.',
  MAIL_DEAD_LETTERED: 'A mail could not be delivered.',
  SETTING_CHANGED: 'A setting was changed.',
  USER_CREATED: 'Somebody was let in. Only admins and auditors are told.',
  USER_CHANGED: 'A user changed, or may do something else now. Only admins and auditors are told.',
  API_TOKEN_CREATED: 'A program was given a token. Only admins and auditors are told.',
  API_TOKEN_REVOKED: 'A token of a program ended for good. Only admins and auditors are told.',
  DATA_SUBJECT_ERASED: 'Somebody at one or more leads was forgotten on their request.',
  COLLABORATOR_ADDED: 'An agent may work on another agent’s lead, or may do more or less there.',
  COLLABORATOR_REMOVED: 'An agent works no longer on another agent’s lead.',
  WEBHOOK_CHANGED:
    'An endpoint was made, changed, stopped or deleted. Only admins and auditors are told.',
  WEBHOOK_DEAD_LETTERED:
    'An event could not be delivered to an endpoint. Only admins and auditors are told.',
  WARNING_DELIVERED:
    'A progress warning was delivered: taken by the mail server, or acknowledged. From `warnedAt` on it counts; `expiresAt` is when protection ends.',
  WARNING_UNDELIVERABLE:
    'A progress warning does not reach its reader; until it does, protection does not end for lack of progress.',
  HOLD_ENDING: 'An open-ended hold is about to end by itself, unless a manager confirms it.',
  HOLD_CONFIRMED: 'A manager let an open-ended hold go on; it no longer ends by itself.',
  LEAD_ACCESS_ENDED:
    'Whose the lead was, who worked on it, or who answers for the territory it left, sees it no more: drop it. Told before the event of what happened, which is for those who see the lead from then on.',
  HAND_OVER_PROGRESSED: 'Many leads pass on to another agent: it began, went on or has ended.',
};

export const EventTypeType = codeType<EventType>(
  'EventType',
  'What happened, and what the payload holds; what is marked with ? may be missing or null. New types are added over time.',
  eventDescriptions(EVENT_MEANINGS),
);

export const DomainEventType = builder.interfaceRef<GraphQLEvent>('DomainEvent').implement({
  description: 'Something that happened, in one gap-free, ordered log.',
  resolveType: (event) => SPECIAL_TYPES[event.type] ?? 'LeadEvent',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the event: the same wherever it is told.' }),
    cursor: t.field({
      type: 'Cursor',
      description: 'Its place in the log: following `after` it continues with the next event.',
      resolve: (event, _args, { services, actor }) => cursorsOf(services.keyRing).of(event, actor),
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
      description:
        'What else there is to know: global ids, codes, counts and instants. Each `EventType` says what its payload holds; wallboards are told no ids of people.',
      resolve: ({ type, payload }, _args, { actor }) => toldPayload(type, payload, actor),
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
    fields: (t) => ({
      expiresAt: t.field({
        type: 'DateTime',
        nullable: true,
        description:
          'When protection ends if the warning is delivered in time and nothing else happens; null if that is paused, or the event is an old one.',
        resolve: ({ payload }) =>
          typeof payload.expiresAt === 'string' ? new Date(payload.expiresAt) : null,
      }),
    }),
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
        const where = { id: payload.reminderId, AND: [throughLead(ctx.actor)] };
        return ctx.reads.read((tx) => tx.reminder.findFirst({ select, where }));
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
        const where = { id: payload.runId, AND: [visibleJobRuns(ctx.actor)] };
        return ctx.reads.read((tx) => tx.jobRun.findFirst({ select, where }));
      },
    }),
  }),
});
