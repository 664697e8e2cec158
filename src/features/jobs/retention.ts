import type { JobName } from '../../domain/nightly-jobs.js';
import type { SettingKey } from '../../platform/settings/registry.js';

/** How long the rows of a table are there. */
export type Retention =
  /** They go after the days of a setting; by a nightly job, or all day long by a tick. */
  | {
      readonly goes: string;
      readonly after: readonly SettingKey[];
      readonly by: JobName | 'forget-old-requests';
    }
  /** They go with the row of another table that they belong to. */
  | { readonly with: string }
  /** They stay, with the reason; what they say about people goes when a lead is pseudonymised. */
  | { readonly stays: string };

const OF_LEAD: Retention = { stays: 'what happened to a lead, by which its dates are recomputed' };
const ONE_ROW: Retention = { stays: 'one row' };
const PROOF: Retention = { stays: 'proof: receipts are checked against all of the log' };

/** Every table, in the order of docs/retention.md. What grows without end either goes after a time or says why it stays. */
export const RETENTION: Readonly<Record<string, Retention>> = {
  outbox_email: {
    goes: 'mails that were sent, discarded or given up; those with a warning or a reminder not before the ownership is over for as long',
    after: ['mail.retentionDays'],
    by: 'record-retention',
  },
  job_run: {
    goes: 'finished runs, but for the latest scheduled one of each job',
    after: ['jobRuns.retentionDays'],
    by: 'record-retention',
  },
  hand_over: {
    goes: 'finished hand-overs',
    after: ['handOvers.retentionDays'],
    by: 'record-retention',
  },
  hand_over_lead: { with: 'hand_over' },
  conflict: {
    goes: 'refused registrations; those in spite of a resemblance stay, with their decisions',
    after: ['conflicts.retentionDays'],
    by: 'record-retention',
  },
  conflict_check: {
    goes: 'checks; the company in the receipt of a refusal is forgotten with them',
    after: ['conflictChecks.retentionDays'],
    by: 'conflict-check-retention',
  },
  idempotency_key: {
    goes: 'keys',
    after: ['idempotency.keepDays'],
    by: 'forget-old-requests',
  },
  import_job: {
    goes: 'reports of finished imports; the file itself goes when the import has finished',
    after: ['import.retentionDays', 'import.archiveDays'],
    by: 'import-archival',
  },
  import_row: { with: 'import_job' },
  domain_event: {
    goes: 'the beginning of the event log',
    after: ['events.retentionDays'],
    by: 'event-archival',
  },
  domain_event_archive: {
    goes: 'archived events',
    after: ['events.archiveDays'],
    by: 'event-archival',
  },
  webhook_delivery: {
    goes: 'deliveries that have settled',
    after: ['webhook.retentionDays'],
    by: 'webhook-retention',
  },
  webhook_attempt: { with: 'webhook_delivery' },

  lead: {
    stays: 'company, place and history, by which a company is recognised when it comes again',
  },
  ownership: OF_LEAD,
  contact: OF_LEAD,
  activity: OF_LEAD,
  hold: OF_LEAD,
  reminder: OF_LEAD,
  extension_request: OF_LEAD,
  sample: OF_LEAD,
  sample_item: OF_LEAD,
  lead_collaborator: { stays: 'one row per lead and agent, removed when the collaboration ends' },
  lead_merge: { stays: 'by which the ids of merged leads lead on' },
  lead_count: { stays: 'as many rows as there are hours in which something ends; empty ones go' },
  lead_count_change: { stays: 'folded into `lead_count` within seconds' },

  audit_entry: { stays: 'the audit trail: a chain without its beginning proves nothing' },
  audit_chain: ONE_ROW,
  receipt: PROOF,
  receipt_tile: PROOF,
  receipt_checkpoint: PROOF,
  receipt_key: { stays: 'every key that ever signed, to check what it signed' },
  receipt_log: ONE_ROW,
  policy_version: { stays: 'every decision names the version under which it was made' },
  scheduled_setting: { stays: 'the history of settings, written by admins' },

  user_account: { stays: 'whom the history names; who has left is set inactive' },
  absence: { stays: 'who stood in for whom when a warning was sent' },
  api_token: { stays: 'by which program something was done; secrets are stored as hashes' },
  calendar_feed: { stays: 'a limited number per user, and who had an address that was revoked' },
  calendar_entry: {
    stays: 'the dates of the feed’s user; cancelled ones go when the calendar is read',
  },
  webhook: { stays: 'what admins have set up' },
  webhook_secret: { stays: 'at most a few per endpoint; those that ran out go with the next one' },
  import_mapping: { stays: 'a limited number per user' },
  receipt_follower: { stays: 'one row per user at most' },
  setting: { stays: 'one row per setting and scope' },
  policy_default: ONE_ROW,
  event_log: ONE_ROW,
  pseudonym_key_mark: { stays: 'one row per key' },
};
