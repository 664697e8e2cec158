-- Two leads that are one company become one: the later registration leads on to the earlier one.
ALTER TABLE "lead" ADD COLUMN "merged_into_id" UUID;
-- The check of a new foreign key is a query, and an owner who is no superuser may be bound by all policies at once.
ALTER TABLE "lead" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead" ADD CONSTRAINT "lead_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead" FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead" ADD CONSTRAINT "lead_merged_check"
  CHECK (merged_into_id IS NULL OR (status = 'LOST' AND merged_into_id <> id));
-- One that was merged out of the pool has no last owner.
ALTER TABLE "lead" DROP CONSTRAINT "lead_owner_check";
ALTER TABLE "lead" ADD CONSTRAINT "lead_owner_check"
  CHECK ((status IN ('EXPIRED', 'RELEASED')) = (owner_id IS NULL) OR merged_into_id IS NOT NULL);
CREATE INDEX "lead_merged_into_id_idx" ON "lead"("merged_into_id");
GRANT SELECT (merged_into_id) ON "lead" TO leadwarden_lookup, leadwarden_wallboard, leadwarden_auditor,
  leadwarden_pool;

ALTER TABLE "ownership" DROP CONSTRAINT "ownership_end_reason_check";
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_end_reason_check" CHECK (
  end_reason IN ('NO_PROGRESS', 'BASE_PERIOD_ENDED', 'RELEASED', 'REASSIGNED', 'CONVERTED', 'LOST', 'MERGED')
);

CREATE TABLE "lead_merge" (
    "id" UUID NOT NULL,
    -- The earlier registration.
    "lead_id" UUID NOT NULL,
    "merged_lead_id" UUID NOT NULL,
    "merged_by_id" UUID,
    "rule" TEXT NOT NULL,
    -- Ids and codes alone: what passed, and what it was before.
    "passed" JSONB NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "lead_merge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lead_merge_rule_check" CHECK (rule IN ('JOINED', 'KEPT', 'TAKEN_OVER', 'ENDED')),
    CONSTRAINT "lead_merge_leads_check" CHECK (lead_id <> merged_lead_id)
);
CREATE INDEX "lead_merge_lead_id_merged_at_id_idx" ON "lead_merge"("lead_id", "merged_at", "id");
CREATE INDEX "lead_merge_merged_lead_id_idx" ON "lead_merge"("merged_lead_id");
ALTER TABLE "lead" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead_merge" ADD CONSTRAINT "lead_merge_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead_merge" ADD CONSTRAINT "lead_merge_merged_lead_id_fkey" FOREIGN KEY ("merged_lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead" FORCE ROW LEVEL SECURITY;

ALTER TABLE "lead_merge" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "lead_merge" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "lead_merge" TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin,
  leadwarden_auditor, leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT INSERT ON "lead_merge" TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin;
GRANT UPDATE (undone_at, undone_by_id) ON "lead_merge"
  TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin;
CREATE POLICY "jobs" ON "lead_merge" TO leadwarden_jobs USING (true);
CREATE POLICY "market" ON "lead_merge" TO leadwarden_market_manager, leadwarden_admin, leadwarden_service
  USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "lead_merge" FOR SELECT TO leadwarden_auditor USING (true);
CREATE POLICY "territory" ON "lead_merge" TO leadwarden_manager
  USING (EXISTS (SELECT FROM lead WHERE lead.id = lead_merge.lead_id
    AND lead.territory = (SELECT nullif(current_setting('app.territory', true), ''))));
