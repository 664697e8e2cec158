import type { EventType } from '../../domain/events.js';

/**
 * The audience of each type of event: the actors who can query the object of the event.
 *
 * - LEAD: the actors who see the lead, and its owner at the time of the event.
 * - IMPORT: the creator of the import, and the actors who see the whole market.
 * - OPERATIONS: all roles but agents, as for the runs of the jobs. Agents may read the settings, but get no event
 *   when one changes: events without an owner would keep their reads of the log from the index of owners.
 * - TRAIL: admins and auditors, as for the mails and the audit trail. Events about users, tokens and other means of
 *   access belong here.
 */
export type Audience = 'LEAD' | 'IMPORT' | 'OPERATIONS' | 'TRAIL';

/** A missing type does not compile: each new type needs its audience. */
export const AUDIENCES = {
  LEAD_REGISTERED: 'LEAD',
  LEAD_UPDATED: 'LEAD',
  LEAD_CLAIMED: 'LEAD',
  LEAD_RELEASED: 'LEAD',
  LEAD_REASSIGNED: 'LEAD',
  LEAD_CONVERTED: 'LEAD',
  LEAD_LOST: 'LEAD',
  LEAD_REOPENED: 'LEAD',
  ACTIVITY_LOGGED: 'LEAD',
  ACTIVITY_CORRECTED: 'LEAD',
  ACTIVITY_VOIDED: 'LEAD',
  PROTECTION_REACTIVATED: 'LEAD',
  HOLD_STARTED: 'LEAD',
  HOLD_ENDED: 'LEAD',
  HOLD_VOIDED: 'LEAD',
  EXTENSION_REQUESTED: 'LEAD',
  EXTENSION_DECIDED: 'LEAD',
  REMINDER_SENT: 'LEAD',
  REMINDER_DUE: 'LEAD',
  SAMPLE_CHANGED: 'LEAD',
  FEEDBACK_RECEIVED: 'LEAD',
  LEAD_PROGRESS_WARNING_ISSUED: 'LEAD',
  LEAD_PROTECTION_REMINDER: 'LEAD',
  LEAD_PROTECTION_EXPIRED: 'LEAD',
  LEADS_PSEUDONYMIZED: 'OPERATIONS',
  IMPORT_JOBS_ARCHIVED: 'OPERATIONS',
  IMPORT_PROGRESSED: 'IMPORT',
  JOB_RUN_PROGRESSED: 'OPERATIONS',
  MAIL_DEAD_LETTERED: 'TRAIL',
  SETTING_CHANGED: 'OPERATIONS',
  USER_CREATED: 'TRAIL',
  USER_CHANGED: 'TRAIL',
  API_TOKEN_CREATED: 'TRAIL',
  API_TOKEN_REVOKED: 'TRAIL',
  DATA_SUBJECT_ERASED: 'OPERATIONS',
  COLLABORATOR_ADDED: 'LEAD',
  COLLABORATOR_REMOVED: 'LEAD',
  WEBHOOK_CHANGED: 'TRAIL',
  WEBHOOK_DEAD_LETTERED: 'TRAIL',
  WARNING_DELIVERED: 'LEAD',
  WARNING_UNDELIVERABLE: 'LEAD',
  HOLD_ENDING: 'LEAD',
  HOLD_CONFIRMED: 'LEAD',
  LEAD_ACCESS_ENDED: 'LEAD',
  HAND_OVER_PROGRESSED: 'OPERATIONS',
  CONFLICT_NOTED: 'LEAD',
  CONFLICT_DECIDED: 'LEAD',
  LEAD_MERGED: 'LEAD',
  LEAD_MERGE_UNDONE: 'LEAD',
  // About no lead: for who was refused, and the managers of their territory.
  REGISTRATION_REFUSED: 'LEAD',
  FOLLOW_UP_SCHEDULED: 'LEAD',
  REMINDER_ACKNOWLEDGED: 'LEAD',
  REMINDER_SNOOZED: 'LEAD',
  FEEDBACK_LINK_ISSUED: 'LEAD',
  MAIL_RETRIED: 'TRAIL',
  MAIL_DISCARDED: 'TRAIL',
} as const satisfies Record<EventType, Audience>;

/** The types of events that an audience gets. */
export function typesFor(...audiences: readonly Audience[]): EventType[] {
  const types = Object.keys(AUDIENCES) as EventType[];
  return types.filter((type) => audiences.includes(AUDIENCES[type]));
}
