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
  LEAD_REASSIGNED: 'A manager gave a lead to another agent.',
  LEAD_CONVERTED: 'A lead became a customer.',
  LEAD_LOST: 'A lead was lost: it will not become a customer.',
  LEAD_REOPENED: 'A manager reopened a lead.',
  ACTIVITY_LOGGED: 'An activity with the customer was logged.',
  ACTIVITY_CORRECTED: 'An activity was corrected.',
  ACTIVITY_VOIDED: 'An activity was declared void.',
  PROTECTION_REACTIVATED: 'Progress after the warning began a new window.',
  HOLD_STARTED: 'The clock stands still.',
  HOLD_ENDED: 'The clock runs again.',
  HOLD_VOIDED: 'A hold was declared void.',
  EXTENSION_REQUESTED: 'An owner requested more base protection.',
  EXTENSION_DECIDED: 'A manager decided on an extension.',
  REMINDER_SENT:
    'A base reminder or follow-up was delivered: the mail server took it, or its recipient acknowledged it.',
  REMINDER_DUE: 'A reminder is due.',
  SAMPLE_CHANGED: 'A sample moved on by one step.',
  FEEDBACK_RECEIVED: 'A customer gave feedback on a sample.',
  LEAD_PROGRESS_WARNING_ISSUED: 'An owner was warned that progress is due.',
  LEAD_PROTECTION_REMINDER: 'An owner was reminded that the base period ends.',
  LEAD_PROTECTION_EXPIRED: 'The protection of a lead ended.',
  LEADS_PSEUDONYMIZED: 'The personal data of leads was replaced.',
  IMPORT_JOBS_ARCHIVED: 'The reports of old imports were archived or deleted.',
  IMPORT_PROGRESSED: 'An import went on or ended.',
  JOB_RUN_PROGRESSED: 'A run of a nightly job began, went on or ended.',
  MAIL_DEAD_LETTERED: 'A mail could not be delivered.',
  SETTING_CHANGED: 'A setting was changed.',
  USER_CREATED: 'A user was created. Sent to admins and auditors only.',
  USER_CHANGED: 'A user or their rights changed. Sent to admins and auditors only.',
  API_TOKEN_CREATED: 'An API token was created. Sent to admins and auditors only.',
  API_TOKEN_REVOKED: 'An API token was revoked. Sent to admins and auditors only.',
  DATA_SUBJECT_ERASED: 'The personal data of a contact at one or more leads was erased on request.',
  COLLABORATOR_ADDED: 'A collaborator was added to a lead, or their rights changed.',
  COLLABORATOR_REMOVED: 'A collaborator was removed from a lead.',
  WEBHOOK_CHANGED:
    'An endpoint was created, changed, stopped or deleted. Sent to admins and auditors only.',
  WEBHOOK_DEAD_LETTERED:
    'A delivery to an endpoint was given up. Sent to admins and auditors only.',
  WARNING_DELIVERED:
    'A progress warning was delivered: the mail server took it, or its recipient acknowledged it. It counts from `warnedAt`; protection ends at `expiresAt`.',
  WARNING_UNDELIVERABLE:
    'A progress warning cannot be delivered; until it is, protection does not end for lack of progress.',
  HOLD_ENDING: 'An open-ended hold is about to end by itself unless a manager confirms it.',
  HOLD_CONFIRMED: 'A manager confirmed an open-ended hold; it no longer ends by itself.',
  LEAD_ACCESS_ENDED:
    'The subscriber no longer sees the lead and should drop it. Sent to the former owner, to collaborators and to the manager of a territory that the lead left, before the event of the change itself, which goes to the actors who see the lead from then on.',
  HAND_OVER_PROGRESSED: 'A hand-over of leads to another agent began, went on or ended.',
  CONFLICT_NOTED:
    'A registration or another verb met the lead and was refused, or was carried out in spite of it. For those who see the leads of the territory or the market, not for its owner.',
  LEAD_MERGED:
    'Two leads became one. Told of both: of the one that is kept, and of the one that leads on to it.',
  LEAD_MERGE_UNDONE: 'A merge was undone: there are two leads again. Told of both.',
  CONFLICT_DECIDED:
    'A manager confirmed that the lead is another company than the one it resembles, or undid it.',
  REGISTRATION_REFUSED:
    'A company was refused because it is under protection or a customer already. It names no lead. Sent to the user who was refused and to the managers of their territory.',
  FOLLOW_UP_SCHEDULED: 'A follow-up of a lead was set.',
  REMINDER_ACKNOWLEDGED: 'Its recipient acknowledged a reminder.',
  REMINDER_SNOOZED: 'Its recipient put a reminder off.',
  FEEDBACK_LINK_ISSUED: 'A link to the feedback page of a sample was made; an earlier one ended.',
  MAIL_RETRIED: 'An admin had a mail sent again. Sent to admins and auditors only.',
  MAIL_DISCARDED: 'An admin discarded a mail. Sent to admins and auditors only.',
};

export const EventTypeType = codeType<EventType>(
  'EventType',
  'Type of an event, with the fields of its payload; a field marked with ? may be missing or null. New types are added over time.',
  eventDescriptions(EVENT_MEANINGS),
);

export const DomainEventType = builder.interfaceRef<GraphQLEvent>('DomainEvent').implement({
  description: 'A change, recorded in one gap-free, ordered log.',
  resolveType: (event) => SPECIAL_TYPES[event.type] ?? 'LeadEvent',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Id of the event, the same over all transports and in webhooks.',
    }),
    cursor: t.field({
      type: 'Cursor',
      description:
        'Position of the event in the log; passed as `after`, it continues with the next event.',
      resolve: (event, _args, { services, actor }) => cursorsOf(services.keyRing).of(event, actor),
    }),
    type: t.field({
      type: EventTypeType,
      description: 'Type of the event.',
      resolve: ({ type }) => type,
    }),
    version: t.exposeInt('version', { description: 'Version of the shape of the payload.' }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'When the event happened.',
      resolve: ({ occurredAt }) => occurredAt,
    }),
    actor: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who caused the event; null for the system itself and for wallboards.',
      resolve: ({ actorId }, _args, ctx, info) => resolveUser(ctx, info, actorId),
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description:
        'The lead that the event is about, as it is now; null if it is about none or the actor may not see it.',
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    payload: t.field({
      type: 'JSON',
      description:
        'Details of the event as JSON: global ids, codes, counts and instants, as listed at each `EventType`. Without ids of users and contacts for wallboards.',
      resolve: ({ type, payload }, _args, { actor }) => toldPayload(type, payload, actor),
    }),
  }),
});

/** Event types with GraphQL types of their own. All others are a LeadEvent. */
const SPECIAL_TYPES: Partial<Record<EventType, string>> = {
  LEAD_PROGRESS_WARNING_ISSUED: 'LeadProgressWarningIssuedEvent',
  LEAD_PROTECTION_EXPIRED: 'LeadProtectionExpiredEvent',
  LEADS_PSEUDONYMIZED: 'LeadsPseudonymizedEvent',
  IMPORT_JOBS_ARCHIVED: 'ImportJobsArchivedEvent',
  REMINDER_DUE: 'ReminderDueEvent',
  JOB_RUN_PROGRESSED: 'JobRunChangedEvent',
};

builder.objectRef<GraphQLEvent>('LeadEvent').implement({
  description: 'An event without fields of its own: `type` and `payload` describe it.',
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
          'When protection ends if the warning is delivered in time and nothing else happens; null if a hold pauses the clock, or for events of earlier versions.',
        resolve: ({ payload }) =>
          typeof payload.expiresAt === 'string' ? new Date(payload.expiresAt) : null,
      }),
    }),
  });

const ExpiryReasonType = builder.enumType('ExpiryReason', {
  description: 'Reason for which the protection ended.',
  values: {
    NO_PROGRESS: { description: 'The owner was warned and showed no progress.' },
    BASE_PERIOD_ENDED: { description: 'The base period ran out.' },
  } as const,
});

export const ProtectionExpiredType = builder
  .objectRef<GraphQLEvent>('LeadProtectionExpiredEvent')
  .implement({
    description: 'The protection of a lead ended, and the lead is in the pool.',
    interfaces: [DomainEventType],
    fields: (t) => ({
      reason: t.field({
        type: ExpiryReasonType,
        description: 'Reason for which the protection ended.',
        resolve: ({ payload }) =>
          payload.reason === 'NO_PROGRESS' ? 'NO_PROGRESS' : 'BASE_PERIOD_ENDED',
      }),
      expiredAt: t.field({
        type: 'DateTime',
        description: 'When the protection ended by the clock.',
        resolve: ({ payload, occurredAt }) =>
          typeof payload.expiredAt === 'string' ? new Date(payload.expiredAt) : occurredAt,
      }),
      formerOwner: t.field({
        type: UserType,
        nullable: true,
        description: 'The last owner of the lead; null for wallboards.',
        resolve: ({ ownerId }, _args, ctx, info) => resolveUser(ctx, info, ownerId),
      }),
    }),
  });

export const PseudonymizedType = countEvent(
  'LeadsPseudonymizedEvent',
  'The personal data of leads was replaced.',
  'Number of leads.',
);

export const ImportsArchivedType = countEvent(
  'ImportJobsArchivedEvent',
  'The reports of old imports were archived or deleted.',
  'Number of imports.',
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
