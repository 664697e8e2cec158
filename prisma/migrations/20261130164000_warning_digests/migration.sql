-- The mail under whose Message-ID several warnings went out together.
ALTER TABLE "outbox_email" ADD COLUMN "sent_with" UUID;
GRANT SELECT ("sent_with") ON "outbox_email" TO leadwarden_auditor;
