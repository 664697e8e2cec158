-- What a mail is about, so that it is judged again when it is sent; how urgent it is; and what the server said to it.
ALTER TABLE "outbox_email"
  ADD COLUMN "reference" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "discard_reason" TEXT,
  ADD COLUMN "server_answer" TEXT,
  ALTER COLUMN "message_id" DROP NOT NULL;

DROP INDEX "outbox_email_pending";
CREATE INDEX "outbox_email_pending" ON "outbox_email" (priority, next_attempt_at, id) WHERE status = 'PENDING';

-- Mails that wait say in their keys what they are about. The owner is bound by the policies of these tables as well.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['outbox_email', 'reminder', 'user_account', 'contact'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name);
  END LOOP;

  UPDATE "outbox_email" AS mail
  SET priority = CASE
        WHEN template IN ('progress-warning', 'base-period-ending') THEN 0
        WHEN template IN ('protection-expired', 'protection-expired-managers', 'feedback-request') THEN 2
        ELSE 1
      END,
      reference = jsonb_strip_nulls(CASE template
        WHEN 'progress-warning' THEN jsonb_build_object(
          'windowStart', substr(dedupe_key, length('progress-warning:') + 38),
          'ownershipId', (SELECT ownership_id FROM reminder
            WHERE reminder.lead_id = mail.lead_id AND kind = 'PROGRESS_WARNING'
              AND window_start = substr(dedupe_key, length('progress-warning:') + 38)::timestamptz))
        WHEN 'base-period-ending' THEN jsonb_build_object(
          'windowStart', substr(dedupe_key, length('base-period-ending:') + 38),
          'ownershipId', (SELECT ownership_id FROM reminder
            WHERE reminder.lead_id = mail.lead_id AND kind = 'BASE_PERIOD_ENDING'
              AND window_start = substr(dedupe_key, length('base-period-ending:') + 38)::timestamptz))
        WHEN 'protection-expired' THEN jsonb_build_object(
          'ownershipId', split_part(dedupe_key, ':', 3),
          'recipientId', (SELECT id FROM user_account WHERE email = recipient))
        WHEN 'protection-expired-managers' THEN jsonb_build_object(
          'ownershipId', split_part(dedupe_key, ':', 3), 'recipientId', split_part(dedupe_key, ':', 4))
        WHEN 'follow-up' THEN jsonb_build_object('reminderId', split_part(dedupe_key, ':', 2))
        WHEN 'extension-requested' THEN jsonb_build_object(
          'requestId', split_part(dedupe_key, ':', 2), 'recipientId', split_part(dedupe_key, ':', 3))
        WHEN 'extension-decided' THEN jsonb_build_object('requestId', split_part(dedupe_key, ':', 2))
        WHEN 'feedback-request' THEN jsonb_build_object(
          'sampleId', split_part(dedupe_key, ':', 2),
          'contactId', (SELECT id FROM contact
            WHERE contact.lead_id = mail.lead_id AND contact.email = recipient ORDER BY id LIMIT 1))
        ELSE '{}'
      END)
  WHERE status IN ('PENDING', 'DEAD') AND data <> '{}'
    AND dedupe_key ~ ('^' || template || ':[0-9a-f-]{36}');

  FOREACH name IN ARRAY ARRAY['outbox_email', 'reminder', 'user_account', 'contact'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
