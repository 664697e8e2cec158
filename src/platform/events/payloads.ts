import type { Actor } from '../../domain/actor.js';
import type { EventPayload, EventType } from '../../domain/events.js';
import { globalIdOf } from '../../domain/global-id.js';
import type { JsonValue } from '../../domain/json.js';

/** The content of a field of a payload. Ids are stored plain, and sent as global ids of a type. */
export interface PayloadField {
  readonly holds: 'id' | 'code' | 'codes' | 'instant' | 'number' | 'flag' | 'object';
  /** The type of the object that an id denotes. */
  readonly of?: string;
  readonly says: string;
  /** Of an object; without ids. */
  readonly fields?: Readonly<Record<string, PayloadField>>;
  /** Missing or null in some events. */
  readonly optional?: true;
}

const id = (of: string, says: string) => ({ holds: 'id', of, says }) as const;
const code = (says: string) => ({ holds: 'code', says }) as const;
const codes = (says: string) => ({ holds: 'codes', says }) as const;
const instant = (says: string) => ({ holds: 'instant', says }) as const;
const number = (says: string) => ({ holds: 'number', says }) as const;
const flag = (says: string) => ({ holds: 'flag', says }) as const;
const object = (says: string, fields: Readonly<Record<string, PayloadField>>) =>
  ({ holds: 'object', says, fields }) as const;
const maybe = <Field extends PayloadField>(field: Field) => ({ ...field, optional: true }) as const;

const owner = id('User', 'whose the lead is now');
const resembles = maybe(
  flag(
    'true if it resembled a lead under protection, and a reason was given why it is another company',
  ),
);
const ended = { ownershipId: code('which ownership ended') };
const endsAt = {
  endsProtectionAt: maybe(instant('when protection ends by it, if it does at once')),
};
const activity = { activityId: id('Activity', 'which activity'), kind: code('its kind') };
const hold = {
  holdId: id('Hold', 'which hold'),
  reason: code('why the clock stands still'),
  startAt: instant('from when'),
  endAt: maybe(instant('until when; null while it is open')),
  endsBy: maybe(instant('when an open one ends by itself, unless a manager confirms it')),
};
const startedHold = {
  ...hold,
  sampleId: maybe(id('Sample', 'the late sample that the hold is for')),
};
const request = {
  requestId: id('ExtensionRequest', 'which request'),
  months: number('how many months'),
};
const merge = {
  keptLeadId: id('Lead', 'the lead that is kept'),
  mergedLeadId: id('Lead', 'the lead that leads on to it'),
};
const reminder = { reminderId: id('Reminder', 'which reminder') };
/** Events of before carry nothing of it. */
const protection = {
  ownerId: maybe(id('User', 'whose the lead is, or was')),
  state: maybe(code('the state of its protection, as `ProtectionState`')),
  protectionExpiresAt: maybe(
    instant('when protection ends, or has ended; null while a hold pauses it'),
  ),
  daysRemaining: maybe(number('days of 24 hours until then, rounded up; 0 once it has ended')),
  metadata: maybe(
    object('by what it was computed', {
      policyVersion: number('version of the protection policy'),
    }),
  ),
};
const mail = {
  emailId: id('OutboxEmail', 'the mail'),
  template: code('the template of the mail'),
};
const collaborator = {
  userId: id('User', 'which agent'),
  role: code('what the collaborator may do'),
};
const apiToken = { apiTokenId: id('ApiToken', 'which token'), userId: id('User', 'of whom') };

/**
 * The payload of each type of event. The schema and docs/events.md are printed from it, ids are encoded by it, and a
 * test compares it with the emitted events.
 */
export const EVENT_PAYLOADS = {
  LEAD_REGISTERED: {
    stage: code('its stage'),
    registeredAt: instant('from when it is protected'),
    by: code('the verb that registered it'),
    formerLeadId: maybe(id('Lead', 'the lead in the pool that it repeats')),
    resembles,
  },
  LEAD_UPDATED: {
    version: maybe(number('its version from now on')),
    fields: maybe(codes('the fields that changed')),
    change: maybe(code('`HOLD_SCHEDULED`: a hold that lies ahead was set')),
    holdId: maybe(hold.holdId),
    reason: maybe(hold.reason),
    startAt: maybe(hold.startAt),
    endAt: hold.endAt,
    endsBy: hold.endsBy,
    ...endsAt,
  },
  LEAD_CLAIMED: { ownerId: owner, resembles },
  LEAD_RELEASED: ended,
  LEAD_REASSIGNED: { ownerId: owner, formerOwnerId: id('User', 'the former owner') },
  LEAD_CONVERTED: ended,
  LEAD_LOST: ended,
  LEAD_REOPENED: { ownerId: owner, from: code('the status that it had'), resembles },
  ACTIVITY_LOGGED: { ...activity, performedAt: instant('when it happened') },
  ACTIVITY_CORRECTED: { ...activity, performedAt: instant('when it happened'), ...endsAt },
  ACTIVITY_VOIDED: { ...activity, ...endsAt },
  PROTECTION_REACTIVATED: {
    activityId: activity.activityId,
    progressAnchor: instant('when the new window began'),
  },
  HOLD_STARTED: startedHold,
  HOLD_ENDED: {
    ...hold,
    cause: maybe(
      code(
        'why it ended: `BY_HAND`, `BY_ITSELF` after the longest time that it may last without a manager, `AS_SET`, `SHIPPED` or `OWNERSHIP_ENDED`',
      ),
    ),
  },
  HOLD_VOIDED: { holdId: hold.holdId, reason: hold.reason, ...endsAt },
  EXTENSION_REQUESTED: request,
  EXTENSION_DECIDED: { ...request, status: code('`APPROVED` or `REJECTED`') },
  REMINDER_SENT: {
    ...reminder,
    kind: maybe(code('its kind; a progress warning has `WARNING_DELIVERED` instead')),
  },
  REMINDER_DUE: {
    ...reminder,
    kind: code('its kind'),
    windowStart: maybe(instant('when the window began that it is about')),
    expiresAt: maybe(instant('when protection ends')),
    snoozed: maybe(flag('whether it comes again because it was snoozed')),
  },
  SAMPLE_CHANGED: {
    sampleId: id('Sample', 'which sample'),
    from: maybe(code('its former status; null if it was requested now')),
    to: code('its status'),
  },
  FEEDBACK_RECEIVED: {
    sampleId: id('Sample', 'which sample'),
    success: number('products that succeeded'),
    mixed: number('products with mixed results'),
    fail: number('products that failed'),
  },
  LEAD_PROGRESS_WARNING_ISSUED: {
    ...reminder,
    kind: code('its kind'),
    windowStart: instant('when the window began that is warned'),
    progressDeadline: maybe(instant('by when progress was due')),
    graceEndsAt: maybe(instant('until when progress still counts')),
    expiresAt: maybe(instant('when protection ends')),
  },
  LEAD_PROTECTION_REMINDER: {
    ...reminder,
    kind: code('its kind'),
    reason: maybe(code('for what protection would end: `BASE_PERIOD_ENDED` or `NO_PROGRESS`')),
    ...protection,
    windowStart: maybe(instant('from when the base period counts that is reminded of')),
    baseEndsAt: maybe(instant('when the base period ends')),
    expiresAt: maybe(instant('when protection ends')),
  },
  LEAD_PROTECTION_EXPIRED: {
    reason: code('`NO_PROGRESS` or `BASE_PERIOD_ENDED`'),
    expiredAt: instant('when the time was up'),
    ...protection,
  },
  LEADS_PSEUDONYMIZED: { count: number('how many leads') },
  IMPORT_JOBS_ARCHIVED: { count: number('how many imports') },
  IMPORT_PROGRESSED: {
    importId: id('ImportJob', 'which import'),
    status: code('how far it is'),
    totalRows: maybe(number('rows of the file; null until they are counted')),
    processedRows: number('rows that are done'),
    createdRows: number('rows that became leads'),
    duplicateRows: number('rows that repeat a lead'),
    rejectedRows: number('rows that were refused'),
  },
  JOB_RUN_PROGRESSED: {
    runId: id('JobRun', 'which run'),
    job: code('which job'),
    status: code('how far it is'),
    processed: number('leads or other things that are done'),
    failed: number('of which failed'),
  },
  MAIL_DEAD_LETTERED: {
    ...mail,
    attempts: number('the number of attempts'),
    cause: code('why it was given up'),
  },
  SETTING_CHANGED: {
    key: code('the setting'),
    version: maybe(number('its version from now on')),
  },
  USER_CREATED: { userId: id('User', 'the user'), role: code('their role') },
  USER_CHANGED: {
    userId: id('User', 'the user'),
    fields: maybe(codes('the fields that changed')),
    role: maybe(code('their role')),
    active: maybe(flag('whether they may sign in')),
  },
  API_TOKEN_CREATED: {
    ...apiToken,
    scopes: codes('the scopes of the token'),
    expiresAt: instant('when it ends'),
  },
  API_TOKEN_REVOKED: apiToken,
  DATA_SUBJECT_ERASED: { leads: number('the number of leads') },
  COLLABORATOR_ADDED: collaborator,
  COLLABORATOR_REMOVED: collaborator,
  WEBHOOK_CHANGED: {
    webhookId: id('Webhook', 'the endpoint'),
    change: code('the kind of change'),
    userId: maybe(id('User', 'the user of the endpoint')),
    fields: maybe(codes('the fields that changed')),
    position: maybe(number('the position from which on it gets events')),
    reason: maybe(code('why it was disabled')),
  },
  WEBHOOK_DEAD_LETTERED: {
    webhookId: id('Webhook', 'the endpoint'),
    deliveryId: id('WebhookDelivery', 'the delivery'),
    eventType: code('the type of the event that was not delivered'),
    position: maybe(number('the position of the event')),
    attempts: number('the number of attempts'),
  },
  WARNING_DELIVERED: {
    ...reminder,
    windowStart: instant('when the window began that is warned'),
    warnedAt: maybe(instant('from when on the warning counts')),
    progressDeadline: maybe(instant('by when progress was due')),
    graceEndsAt: maybe(instant('until when progress still counts')),
    expiresAt: maybe(instant('when protection ends')),
  },
  WARNING_UNDELIVERABLE: {
    ...reminder,
    windowStart: instant('when the window began that is warned'),
    cause: maybe(code('why it does not reach its reader')),
  },
  HOLD_ENDING: {
    holdId: hold.holdId,
    reason: hold.reason,
    startAt: hold.startAt,
    endsBy: instant('when it ends by itself, unless a manager confirms it'),
  },
  HOLD_CONFIRMED: { holdId: hold.holdId, reason: hold.reason },
  LEAD_ACCESS_ENDED: {
    reason: code('`OWNER_CHANGED` or `COLLABORATION_ENDED`'),
  },
  REGISTRATION_REFUSED: {
    by: code('the verb that was refused'),
    verdict: code('`PROTECTED` or `EXISTING_CUSTOMER`'),
  },
  HAND_OVER_PROGRESSED: {
    handOverId: id('HandOver', 'which hand-over'),
    status: code('`RUNNING` or `FINISHED`'),
    total: number('how many leads are to pass on'),
    reassigned: number('how many have'),
    skipped: number('how many could not'),
  },
  CONFLICT_NOTED: {
    conflictId: id('Conflict', 'which record'),
    kind: code('`REFUSED` or `OVERRIDDEN`'),
    verdict: code('what the company is'),
  },
  CONFLICT_DECIDED: {
    conflictId: id('Conflict', 'which record'),
    status: code('`CONFIRMED` or `UNDONE`'),
  },
  LEAD_MERGED: merge,
  LEAD_MERGE_UNDONE: merge,
  FOLLOW_UP_SCHEDULED: {
    ...reminder,
    userId: id('User', 'who is reminded'),
    dueAt: instant('when'),
    channel: code('`EMAIL` or `IN_APP`'),
  },
  REMINDER_ACKNOWLEDGED: { ...reminder, kind: code('its kind') },
  REMINDER_SNOOZED: {
    ...reminder,
    kind: code('its kind'),
    until: instant('until when it is hidden from its recipient'),
  },
  FEEDBACK_LINK_ISSUED: {
    sampleId: id('Sample', 'which sample'),
    expiresAt: instant('until when the link can be used'),
    mailed: flag('whether it went to a contact by mail'),
  },
  MAIL_RETRIED: mail,
  MAIL_DISCARDED: mail,
} as const satisfies Record<EventType, Readonly<Record<string, PayloadField>>>;

/** The payload as a reader gets it: with global ids, for wallboards without those of people. */
export function toldPayload(
  type: EventType,
  payload: EventPayload,
  { role }: Pick<Actor, 'role'>,
): EventPayload {
  const fields: Readonly<Record<string, PayloadField>> = EVENT_PAYLOADS[type];
  const told = Object.entries(payload).flatMap(([name, value]): [string, JsonValue][] => {
    const of = fields[name]?.of;
    if (of === 'User' && role === 'WALLBOARD') return [];
    return [[name, of && typeof value === 'string' ? globalIdOf(of, value) : value]];
  });
  return Object.fromEntries(told);
}

/** The fields of a type's payload, as a sentence for its readers. */
function payloadText(type: EventType): string {
  const fields: [string, PayloadField][] = Object.entries(EVENT_PAYLOADS[type]);
  return fields
    .map(([name, { holds, of, says, optional }]) => {
      const what = holds === 'id' ? `id of ${of}, ` : holds === 'object' ? 'object, ' : '';
      return `\`${name}\`${optional ? '?' : ''}: ${what}${says}`;
    })
    .join('; ');
}

/** The meaning of each type with the fields of its payload. */
export function eventDescriptions(
  meanings: Readonly<Record<EventType, string>>,
): Record<EventType, string> {
  const types = Object.keys(meanings) as EventType[];
  return Object.fromEntries(
    types.map((type) => [type, `${meanings[type]} Payload: ${payloadText(type)}.`]),
  ) as Record<EventType, string>;
}
