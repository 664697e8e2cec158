-- What hangs on an ownership ends with it; what earlier versions left behind ends now.

ALTER TABLE "extension_request" DROP CONSTRAINT "extension_request_status_check";
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_status_check"
  CHECK (status IN ('OPEN', 'APPROVED', 'REJECTED', 'LAPSED'));

-- The owner of the tables has no policy: only while theirs are not forced do the rows exist for it.
ALTER TABLE "extension_request" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "hold" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "ownership" NO FORCE ROW LEVEL SECURITY;
UPDATE "extension_request" SET status = 'LAPSED', decided_at = greatest(ownership.ended_at, extension_request.created_at)
FROM "ownership"
WHERE ownership.id = extension_request.ownership_id AND ownership.ended_at IS NOT NULL
  AND extension_request.status = 'OPEN';
UPDATE "hold" SET end_at = greatest(ownership.ended_at, hold.start_at + interval '1 millisecond')
FROM "ownership"
WHERE ownership.id = hold.ownership_id AND ownership.ended_at IS NOT NULL AND hold.end_at IS NULL
  AND hold.voided_at IS NULL;
ALTER TABLE "extension_request" FORCE ROW LEVEL SECURITY;
ALTER TABLE "hold" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ownership" FORCE ROW LEVEL SECURITY;

-- Many leads that pass on to another agent, in batches.
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "requested_by_id" UUID,
    "to_id" UUID NOT NULL,
    "reason" TEXT,
    "total" INTEGER NOT NULL,
    "reassigned" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hand_over_counts_check" CHECK (total > 0 AND reassigned >= 0 AND skipped >= 0
      AND reassigned + skipped <= total)
);
CREATE TABLE "hand_over_lead" (
    "hand_over_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    -- Whose it was when it passed on.
    "from_id" UUID,
    "outcome" TEXT,
    "problem" TEXT,

    CONSTRAINT "hand_over_lead_pkey" PRIMARY KEY ("hand_over_id", "lead_id"),
    CONSTRAINT "hand_over_lead_outcome_check" CHECK (outcome IN ('REASSIGNED', 'SKIPPED')),
    CONSTRAINT "hand_over_lead_problem_check" CHECK (problem IS NULL OR outcome = 'SKIPPED')
);
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_over_lead" ADD CONSTRAINT "hand_over_lead_hand_over_id_fkey" FOREIGN KEY ("hand_over_id") REFERENCES "hand_over"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- The check of a new foreign key is a query, and an owner who is no superuser may be bound by all policies at once.
ALTER TABLE "lead" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "hand_over_lead" ADD CONSTRAINT "hand_over_lead_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead" FORCE ROW LEVEL SECURITY;
CREATE INDEX "hand_over_created_at_id_idx" ON "hand_over"("created_at", "id");
CREATE INDEX "hand_over_requested_by_id_created_at_id_idx" ON "hand_over"("requested_by_id", "created_at", "id");
CREATE INDEX "hand_over_lead_lead_id_idx" ON "hand_over_lead"("lead_id");
CREATE INDEX "hand_over_unfinished" ON "hand_over" (created_at, id) WHERE finished_at IS NULL;
CREATE INDEX "hand_over_lead_waiting" ON "hand_over_lead" (hand_over_id, lead_id) WHERE outcome IS NULL;

ALTER TABLE "hand_over" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "hand_over" FORCE ROW LEVEL SECURITY;
ALTER TABLE "hand_over_lead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "hand_over_lead" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "hand_over", "hand_over_lead"
  TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT INSERT ON "hand_over", "hand_over_lead"
  TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_jobs;
GRANT UPDATE (reassigned, skipped, finished_at) ON "hand_over" TO leadwarden_jobs;
GRANT UPDATE (from_id, outcome, problem) ON "hand_over_lead" TO leadwarden_jobs;

CREATE POLICY "jobs" ON "hand_over" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "hand_over" FOR SELECT
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_auditor
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "own" ON "hand_over" FOR SELECT TO leadwarden_manager
  USING (requested_by_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
-- Asked for in nobody else's name.
CREATE POLICY "ask" ON "hand_over" FOR INSERT TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin
  WITH CHECK (requested_by_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    AND finished_at IS NULL AND reassigned = 0 AND skipped = 0);
CREATE POLICY "jobs" ON "hand_over_lead" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "through_hand_over" ON "hand_over_lead" FOR SELECT
  TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor
  USING (EXISTS (SELECT FROM hand_over WHERE hand_over.id = hand_over_lead.hand_over_id));
CREATE POLICY "ask" ON "hand_over_lead" FOR INSERT
  TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin
  WITH CHECK (outcome IS NULL AND EXISTS (SELECT FROM lead WHERE lead.id = hand_over_lead.lead_id)
    AND EXISTS (SELECT FROM hand_over WHERE hand_over.id = hand_over_lead.hand_over_id));
