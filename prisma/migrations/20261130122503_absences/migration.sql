-- While an agent is away a deputy gets the warnings about their leads.
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "absence_interval_check" CHECK (ends_at > starts_at),
    CONSTRAINT "absence_deputy_check" CHECK (deputy_id <> user_id)
);
ALTER TABLE "absence" ADD CONSTRAINT "absence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "absence" ADD CONSTRAINT "absence_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "absence_user_id_ends_at_idx" ON "absence"("user_id", "ends_at");
CREATE INDEX "absence_deputy_id_idx" ON "absence"("deputy_id");

ALTER TABLE "absence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "absence" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "absence"
  TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT INSERT, UPDATE (cancelled_at) ON "absence"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin;

-- Colleagues know when each other is away; a screen on the wall knows nobody.
CREATE POLICY "jobs" ON "absence" FOR SELECT TO leadwarden_jobs USING (true);
CREATE POLICY "colleague" ON "absence" FOR SELECT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_service
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "own" ON "absence" FOR INSERT TO leadwarden_rep
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "own_change" ON "absence" FOR UPDATE TO leadwarden_rep
  USING (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "of_territory" ON "absence" FOR INSERT TO leadwarden_manager
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid) OR EXISTS (
    SELECT FROM user_account WHERE user_account.id = absence.user_id
      AND user_account.territory = (SELECT nullif(current_setting('app.territory', true), ''))));
CREATE POLICY "of_territory_change" ON "absence" FOR UPDATE TO leadwarden_manager
  USING (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid) OR EXISTS (
    SELECT FROM user_account WHERE user_account.id = absence.user_id
      AND user_account.territory = (SELECT nullif(current_setting('app.territory', true), ''))));
CREATE POLICY "market" ON "absence" FOR INSERT TO leadwarden_market_manager, leadwarden_admin WITH CHECK (true);
CREATE POLICY "market_change" ON "absence" FOR UPDATE TO leadwarden_market_manager, leadwarden_admin USING (true);
