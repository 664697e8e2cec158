-- A person is known to the identity provider by an account, whose address may change.
ALTER TABLE "user_account"
  ADD COLUMN "subject" TEXT,
  ADD COLUMN "claimed_email" TEXT,
  ADD COLUMN "email_claimed_at" TIMESTAMPTZ(3);
CREATE UNIQUE INDEX "user_account_subject_key" ON "user_account"("subject");
CREATE INDEX "user_account_claimed_email_idx" ON "user_account"("claimed_email");
