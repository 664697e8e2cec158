-- What admins decided about mails is told to those who may read the audit trail, as the table of audiences in
-- src/platform/events/audience.ts has it.

ALTER POLICY "no_webhooks" ON "domain_event"
  USING (type NOT IN ('WEBHOOK_CHANGED', 'WEBHOOK_DEAD_LETTERED', 'MAIL_DEAD_LETTERED', 'MAIL_RETRIED', 'MAIL_DISCARDED'));
