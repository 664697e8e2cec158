-- CreateTable
CREATE TABLE "conflict_check" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "territory" TEXT,
    "verb" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "keys" TEXT[],
    "key_version" INTEGER,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conflict_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conflict_check_actor_id_checked_at_id_idx" ON "conflict_check"("actor_id", "checked_at", "id");

-- CreateIndex
CREATE INDEX "conflict_check_checked_at_id_idx" ON "conflict_check"("checked_at", "id");

-- AddForeignKey
ALTER TABLE "conflict_check" ADD CONSTRAINT "conflict_check_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma cannot express.

ALTER TABLE "conflict_check"
  ADD CONSTRAINT "conflict_check_verdict_check"
    CHECK (verdict IN ('FREE', 'PROTECTED', 'EXISTING_CUSTOMER', 'POSSIBLY_SAME')),
  -- Never what was asked for itself.
  ADD CONSTRAINT "conflict_check_keys_check" CHECK (array_to_string(keys, '') ~ '^([0-9a-f]{64})*$');

ALTER TABLE "conflict_check" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conflict_check" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "conflict_check"
  TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin,
    leadwarden_auditor, leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT INSERT ON "conflict_check"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service,
    leadwarden_jobs;
GRANT DELETE ON "conflict_check" TO leadwarden_jobs;

CREATE POLICY "jobs" ON "conflict_check" TO leadwarden_jobs USING (true) WITH CHECK (true);
-- Agents and programs see what they asked themselves; managers what the agents of their territory did.
CREATE POLICY "own" ON "conflict_check" FOR SELECT TO leadwarden_rep, leadwarden_service
  USING (actor_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "territory" ON "conflict_check" FOR SELECT TO leadwarden_manager
  USING (territory = (SELECT nullif(current_setting('app.territory', true), ''))
    OR actor_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "reader" ON "conflict_check" FOR SELECT
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_auditor USING (true);
CREATE POLICY "asks" ON "conflict_check" FOR INSERT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service
  WITH CHECK (actor_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
