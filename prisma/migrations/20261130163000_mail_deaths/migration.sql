-- Why a mail was given up: one whose address was refused for good is not written again to that address.
ALTER TABLE "outbox_email" ADD COLUMN "death_cause" TEXT;
ALTER TABLE "outbox_email" ADD CONSTRAINT "outbox_email_death_cause_check"
  CHECK ("death_cause" IN ('RENDERING', 'REJECTED', 'ATTEMPTS'));
GRANT SELECT ("death_cause") ON "outbox_email" TO leadwarden_auditor;
