import type { EventType } from '../../domain/events.js';

/**
 * Who is told of events of a type: whoever finds in a query what they are about.
 *
 * - LEAD: whoever sees the lead, and whose it was when it happened.
 * - IMPORT: whose import it is, and those who answer for the whole market.
 * - OPERATIONS: everybody but agents, as the runs of the jobs. Agents may read the settings, but are not
 *   told when one changes: what belongs to nobody would keep their log from the index of its owners.
 * - TRAIL: admins and auditors, as the mails and the audit trail. Whatever is about users, tokens or
 *   other means of access belongs here.
 */
export type Audience = 'LEAD' | 'IMPORT' | 'OPERATIONS' | 'TRAIL';

/** A type that is missing here does not compile: whoever adds one says who is told. */
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
} as const satisfies Record<EventType, Audience>;

/** The types of events that an audience is told of. */
export function typesFor(...audiences: readonly Audience[]): EventType[] {
  const types = Object.keys(AUDIENCES) as EventType[];
  return types.filter((type) => audiences.includes(AUDIENCES[type]));
}
