-- A warning counts from its delivery. What was issued before this migration is judged by the same rule.
ALTER TABLE "lead" ADD COLUMN "warning_issued_at" TIMESTAMPTZ(3);
ALTER TABLE "reminder"
  ADD COLUMN "delivered_at" TIMESTAMPTZ(3),
  ADD COLUMN "named_end" TIMESTAMPTZ(3),
  ADD COLUMN "alerted_at" TIMESTAMPTZ(3),
  ADD COLUMN "escalated_at" TIMESTAMPTZ(3);
ALTER TABLE "outbox_email" ADD COLUMN "reminder_id" UUID;

DROP INDEX "lead_job_warning";
CREATE INDEX "lead_job_warning" ON "lead" (warning_due_at, id) WHERE status = 'ACTIVE' AND warning_issued_at IS NULL;
CREATE INDEX "lead_job_undelivered" ON "lead" (warning_issued_at, id)
  WHERE status = 'ACTIVE' AND warning_issued_at IS NOT NULL AND warned_at IS NULL;
CREATE INDEX "reminder_job_snoozed" ON "reminder" (snoozed_until, id)
  WHERE snoozed_until IS NOT NULL AND acknowledged_at IS NULL;
CREATE INDEX "outbox_email_reminder_id_idx" ON "outbox_email" ("reminder_id");

-- Row-level security binds the owner as well: the system does it.
DO $$
BEGIN
  PERFORM set_config('role', 'leadwarden_jobs', true);

  UPDATE outbox_email SET reminder_id = reminder.id
  FROM reminder
  WHERE outbox_email.lead_id = reminder.lead_id AND outbox_email.dedupe_key = CASE reminder.kind
    WHEN 'PROGRESS_WARNING' THEN 'progress-warning:' || reminder.lead_id || ':'
      || to_char(reminder.window_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    WHEN 'BASE_PERIOD_ENDING' THEN 'base-period-ending:' || reminder.lead_id || ':'
      || to_char(reminder.window_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ELSE 'follow-up:' || reminder.id END;

  UPDATE reminder SET delivered_at = least(acknowledged_at, CASE channel WHEN 'IN_APP' THEN sent_at ELSE (
    SELECT min(mail.sent_at) FROM outbox_email AS mail WHERE mail.reminder_id = reminder.id) END)
  WHERE sent_at IS NOT NULL;

  UPDATE reminder SET named_end = lead.base_ends_at
  FROM lead
  WHERE lead.id = reminder.lead_id AND reminder.kind = 'BASE_PERIOD_ENDING'
    AND lead.status = 'ACTIVE' AND lead.base_reminded_at = reminder.sent_at;

  UPDATE lead SET warning_issued_at = reminder.created_at,
    -- To be projected anew under the policy in force, as soon as a server or a job runs.
    policy_version = CASE WHEN reminder.delivered_at <= reminder.created_at + interval '24 hours'
      THEN policy_version ELSE 0 END
  FROM reminder
  WHERE reminder.lead_id = lead.id AND reminder.kind = 'PROGRESS_WARNING' AND lead.status = 'ACTIVE'
    AND reminder.window_start = lead.progress_anchor;

  UPDATE reminder SET sent_at = CASE
      WHEN delivered_at <= created_at + interval '24 hours' THEN created_at ELSE delivered_at END
  WHERE kind = 'PROGRESS_WARNING';

  PERFORM set_config('role', 'none', true);
END
$$;
