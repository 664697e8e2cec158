import type { JsonObject, JsonValue } from './json.js';
/** All types of events. Names are never reused for another meaning; new ones are added at the end. */
export const EVENT_TYPES = [
  'LEAD_REGISTERED',
  'LEAD_UPDATED',
  'LEAD_CLAIMED',
  'LEAD_RELEASED',
  'LEAD_REASSIGNED',
  'LEAD_CONVERTED',
  'LEAD_LOST',
  'LEAD_REOPENED',
  'ACTIVITY_LOGGED',
  'ACTIVITY_CORRECTED',
  'ACTIVITY_VOIDED',
  'PROTECTION_REACTIVATED',
  'HOLD_STARTED',
  'HOLD_ENDED',
  'HOLD_VOIDED',
  'EXTENSION_REQUESTED',
  'EXTENSION_DECIDED',
  'REMINDER_SENT',
  'REMINDER_DUE',
  'SAMPLE_CHANGED',
  'FEEDBACK_RECEIVED',
  'LEAD_PROGRESS_WARNING_ISSUED',
  'LEAD_PROTECTION_REMINDER',
  'LEAD_PROTECTION_EXPIRED',
  'LEADS_PSEUDONYMIZED',
  'IMPORT_JOBS_ARCHIVED',
  'IMPORT_PROGRESSED',
  'JOB_RUN_PROGRESSED',
  'MAIL_DEAD_LETTERED',
  'SETTING_CHANGED',
  'USER_CREATED',
  'USER_CHANGED',
  'API_TOKEN_CREATED',
  'API_TOKEN_REVOKED',
  'DATA_SUBJECT_ERASED',
  'COLLABORATOR_ADDED',
  'COLLABORATOR_REMOVED',
  'WEBHOOK_CHANGED',
  'WEBHOOK_DEAD_LETTERED',
  'WARNING_DELIVERED',
  'WARNING_UNDELIVERABLE',
  'HOLD_ENDING',
  'HOLD_CONFIRMED',
  'LEAD_ACCESS_ENDED',
  'HAND_OVER_PROGRESSED',
  'CONFLICT_NOTED',
  'CONFLICT_DECIDED',
  'LEAD_MERGED',
  'LEAD_MERGE_UNDONE',
  'REGISTRATION_REFUSED',
  'FOLLOW_UP_SCHEDULED',
  'REMINDER_ACKNOWLEDGED',
  'REMINDER_SNOOZED',
  'FEEDBACK_LINK_ISSUED',
  'MAIL_RETRIED',
  'MAIL_DISCARDED',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Ids, codes, counts and instants (ISO 8601): never personal data, never free text. */
export type EventPayload = JsonObject;

/** An event in the log, in the form of all readers. */
export interface LoggedEvent {
  readonly id: string;
  /** Contiguous from 1: a reader that has seen position n has seen all events before it. */
  readonly position: number;
  /** Which log the position is of; another one after the log was rebuilt. */
  readonly epoch: string;
  readonly type: EventType;
  /** Version of the payload's shape. */
  readonly version: number;
  readonly occurredAt: Date;
  /** The user who caused the event; null for the system itself. */
  readonly actorId: string | null;
  readonly leadId: string | null;
  /** The owner of the lead at that moment. */
  readonly ownerId: string | null;
  readonly territory: string | null;
  readonly payload: EventPayload;
}

/** Ids, codes and instants have this form; a sentence, a full name and an e-mail address have not. */
const CODE = /^[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,99}$/;

/** Throws when a payload holds something that may be personal data: such an event could never be forgotten. */
export function assertImpersonal(type: EventType, payload: EventPayload): void {
  const check = (value: JsonValue, path: string): void => {
    if (typeof value === 'string') {
      if (!CODE.test(value)) {
        throw new Error(
          `The payload of a ${type} event holds free text at ${path}; allowed are ids, codes and instants.`,
        );
      }
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) check(inner, `${path}.${key}`);
    }
  };
  check(payload, 'payload');
}
