import { stateAt } from '../../domain/clock.js';
import type { Interval } from '../../domain/intervals.js';
import type { LeadStatus } from '../../domain/lead-status.js';
import type { ForetoldLead } from '../../features/leads/foretold-lead.js';
import { seesAll } from '../../platform/identity/sight.js';
import type { RehearsedEvent, RehearsedMail } from '../../platform/verbs/rehearse.js';
import { EventTypeType } from '../events/types.js';
import { builder } from '../kit/builder.js';
import { DryRunType } from '../kit/dry-run.js';
import { LeadStatusType, ProtectionStateType } from '../leads/codes.js';

const ForetoldLeadType = builder.objectRef<ForetoldLead>('ForetoldLead').implement({
  description:
    'A lead as it would be after a verb, at the instant of the request. A date is null while an open hold pauses it, or if it is not set.',
  fields: (t) => ({
    leadId: t.globalID({
      nullable: true,
      description: 'Global id of the lead; null for one that would be created.',
      resolve: ({ id }) => (id === null ? null : { type: 'Lead', id }),
    }),
    status: t.field({
      type: LeadStatusType,
      description: 'Status of the lead.',
      resolve: ({ status }) => status as LeadStatus,
    }),
    state: t.field({
      type: ProtectionStateType,
      description: 'State of its protection.',
      resolve: (lead, _args, { now }) =>
        stateAt(datesOf(lead), lead.status as LeadStatus, now.getTime()),
    }),
    warningDueAt: instant(t, 'warningDueAt', 'When the owner is warned that progress is due.'),
    progressDeadline: instant(t, 'progressDeadline', 'Deadline for progress.'),
    graceEndsAt: instant(t, 'graceEndsAt', 'When the grace days end; null before the warning.'),
    baseEndsAt: instant(t, 'baseEndsAt', 'When the base period ends, extensions included.'),
    expiresAt: instant(t, 'expiresAt', 'When protection ends.'),
  }),
});

type InstantColumn =
  | 'warningDueAt'
  | 'progressDeadline'
  | 'graceEndsAt'
  | 'baseEndsAt'
  | 'expiresAt';

function instant(
  t: PothosSchemaTypes.ObjectFieldBuilder<(typeof builder)['$inferSchemaTypes'], ForetoldLead>,
  column: InstantColumn,
  description: string,
) {
  return t.field({
    type: 'DateTime',
    nullable: true,
    description,
    // A lead that has ended keeps its last dates; they run no more.
    resolve: (lead) => (lead.status === 'ACTIVE' ? lead[column] : null),
  });
}

function datesOf({ status, assignedAt, holdIntervals, ...dates }: ForetoldLead) {
  if (status !== 'ACTIVE' || assignedAt === null) return null;
  return {
    expiresAt: dates.expiresAt?.getTime() ?? null,
    progressDeadline: dates.progressDeadline?.getTime() ?? null,
    warnedAt: dates.warnedAt?.getTime() ?? null,
    // Written by the projection only, as pairs of epoch milliseconds.
    holdIntervals: holdIntervals as unknown as readonly Interval[],
  };
}

const ForetoldEventType = builder.objectRef<RehearsedEvent>('ForetoldEvent').implement({
  description: 'An event that there would be.',
  fields: (t) => ({
    type: t.field({
      type: EventTypeType,
      description: 'Type of the event.',
      resolve: ({ type }) => type,
    }),
    leadId: t.globalID({
      nullable: true,
      description:
        'Global id of the lead that it would be about; null if it is about none. A lead that would be created has no id yet: this one leads nowhere.',
      resolve: ({ leadId }) => (leadId === null ? null : { type: 'Lead', id: leadId }),
    }),
  }),
});

const ForetoldMailType = builder.objectRef<RehearsedMail>('ForetoldMail').implement({
  description: 'A mail that would be sent.',
  fields: (t) => ({
    template: t.exposeString('template', { description: 'Name of its template.' }),
    recipient: t.string({
      nullable: true,
      description:
        'Address that it would go to; null unless it is the actor’s own, for all but admins.',
      resolve: ({ recipient }, _args, { actor }) =>
        seesAll(actor, 'trail') || recipient === actor.email ? recipient : null,
    }),
  }),
});

DryRunType.implement({
  description:
    'What a verb would do: everything was tried for good, with all rules, and taken back.',
  fields: (t) => ({
    leads: t.field({
      type: [ForetoldLeadType],
      description: 'The leads that would change, as the actor would see them.',
      resolve: ({ rehearsal }) => [...rehearsal.leads],
    }),
    events: t.field({
      type: [ForetoldEventType],
      description: 'The events that there would be, as far as the actor would see them, in order.',
      resolve: ({ rehearsal }) => [...rehearsal.events],
    }),
    mails: t.field({
      type: [ForetoldMailType],
      description: 'The mails that would be sent, in order.',
      resolve: ({ rehearsal }) => [...rehearsal.mails],
    }),
  }),
});
