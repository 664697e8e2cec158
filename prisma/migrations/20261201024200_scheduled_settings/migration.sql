-- Changes of settings that are made at an instant of their own.
CREATE TABLE "scheduled_setting" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "business_type" TEXT,
    "value" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "settled_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "scheduled_setting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scheduled_setting_status_check" CHECK (status IN ('PENDING', 'APPLIED', 'CANCELLED', 'FAILED')),
    CONSTRAINT "scheduled_setting_settled_check" CHECK ((status = 'PENDING') = (settled_at IS NULL)),
    CONSTRAINT "scheduled_setting_failure_check" CHECK ((status = 'FAILED') = (failure IS NOT NULL)),
    CONSTRAINT "scheduled_setting_valid_from_check" CHECK (valid_from > created_at)
);
CREATE INDEX "scheduled_setting_created_at_id_idx" ON "scheduled_setting"("created_at", "id");
CREATE INDEX "scheduled_setting_pending" ON "scheduled_setting" (valid_from, id) WHERE status = 'PENDING';
ALTER TABLE "scheduled_setting" ADD CONSTRAINT "scheduled_setting_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "scheduled_setting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "scheduled_setting" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "scheduled_setting"
  TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT INSERT ON "scheduled_setting" TO leadwarden_admin;
GRANT UPDATE (status, settled_at, failure) ON "scheduled_setting" TO leadwarden_admin, leadwarden_jobs;
CREATE POLICY "admin" ON "scheduled_setting" TO leadwarden_admin
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL)
  WITH CHECK ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "auditor" ON "scheduled_setting" FOR SELECT TO leadwarden_auditor
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "jobs" ON "scheduled_setting" TO leadwarden_jobs USING (true) WITH CHECK (true);

-- A tick makes the changes whose instant has come.
GRANT INSERT, UPDATE ON "setting" TO leadwarden_jobs;
CREATE POLICY "jobs_apply" ON "setting" FOR INSERT TO leadwarden_jobs WITH CHECK (true);
CREATE POLICY "jobs_change" ON "setting" FOR UPDATE TO leadwarden_jobs USING (true) WITH CHECK (true);
