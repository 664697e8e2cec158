-- CreateTable
CREATE TABLE "receipt_follower" (
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_follower_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "receipt_follower" ADD CONSTRAINT "receipt_follower_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma cannot express.

ALTER TABLE "receipt_follower" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "receipt_follower" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "receipt_follower"
  TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin,
    leadwarden_auditor, leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT INSERT, DELETE ON "receipt_follower"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin;
CREATE POLICY "jobs" ON "receipt_follower" FOR SELECT TO leadwarden_jobs USING (true);
-- Each for themselves.
CREATE POLICY "own" ON "receipt_follower"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin
  USING (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid))
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
