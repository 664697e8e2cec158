-- A registration that was refused or overridden is a record: the managers of the lead that it met see both sides.
CREATE TABLE "conflict" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "new_lead_id" UUID,
    "why" TEXT[] NOT NULL,
    "reason" TEXT,
    "status" TEXT NOT NULL,
    "note" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conflict_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "conflict_kind_check" CHECK (kind IN ('REFUSED', 'OVERRIDDEN')),
    CONSTRAINT "conflict_verdict_check" CHECK (verdict IN ('PROTECTED', 'EXISTING_CUSTOMER', 'POSSIBLY_SAME')),
    CONSTRAINT "conflict_status_check" CHECK (status IN ('NOTED', 'OPEN', 'CONFIRMED', 'UNDONE')),
    -- A refusal has nothing to decide; an override is about a lead that exists.
    CONSTRAINT "conflict_decision_check" CHECK (CASE kind WHEN 'REFUSED' THEN status = 'NOTED'
      ELSE status <> 'NOTED' AND new_lead_id IS NOT NULL END),
    CONSTRAINT "conflict_decided_check" CHECK ((status IN ('CONFIRMED', 'UNDONE')) = (decided_at IS NOT NULL))
);
CREATE INDEX "conflict_created_at_id_idx" ON "conflict"("created_at", "id");
CREATE INDEX "conflict_lead_id_created_at_id_idx" ON "conflict"("lead_id", "created_at", "id");
CREATE INDEX "conflict_new_lead_id_idx" ON "conflict"("new_lead_id");
CREATE INDEX "conflict_asked_by_id_created_at_id_idx" ON "conflict"("asked_by_id", "created_at", "id");
CREATE INDEX "conflict_open" ON "conflict" (created_at, id) WHERE status = 'OPEN';
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- The check of a new foreign key is a query, and an owner who is no superuser may be bound by all policies at once.
ALTER TABLE "lead" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_new_lead_id_fkey" FOREIGN KEY ("new_lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead" FORCE ROW LEVEL SECURITY;

ALTER TABLE "conflict" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conflict" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "conflict" TO leadwarden_none, leadwarden_manager, leadwarden_market_manager, leadwarden_admin,
  leadwarden_auditor, leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
-- An agent reads what became of their own request, and nothing of the other lead.
GRANT SELECT (id, kind, verdict, verb, asked_by_id, new_lead_id, reason, status, decided_at, created_at) ON "conflict"
  TO leadwarden_rep;
GRANT INSERT ON "conflict"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service, leadwarden_jobs;
GRANT UPDATE (status, note, decided_at, decided_by_id) ON "conflict"
  TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service, leadwarden_jobs;
GRANT UPDATE (reason) ON "conflict" TO leadwarden_jobs;

CREATE POLICY "jobs" ON "conflict" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "conflict" FOR SELECT
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_service
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "own" ON "conflict" FOR SELECT TO leadwarden_rep
  USING (asked_by_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
-- Whose territory the lead is that was met.
CREATE POLICY "territory" ON "conflict" FOR SELECT TO leadwarden_manager
  USING (EXISTS (SELECT FROM lead WHERE lead.id = conflict.lead_id
    AND lead.territory = (SELECT nullif(current_setting('app.territory', true), ''))));
CREATE POLICY "asks" ON "conflict" FOR INSERT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service
  WITH CHECK (asked_by_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    AND status IN ('NOTED', 'OPEN'));
CREATE POLICY "decides" ON "conflict" FOR UPDATE TO leadwarden_market_manager, leadwarden_admin, leadwarden_service
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "decides_in_territory" ON "conflict" FOR UPDATE TO leadwarden_manager
  USING (EXISTS (SELECT FROM lead WHERE lead.id = conflict.lead_id
    AND lead.territory = (SELECT nullif(current_setting('app.territory', true), ''))));

CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "conflict" FOR EACH ROW
  WHEN (NEW.reason IS NOT NULL OR NEW.note IS NOT NULL)
  EXECUTE FUNCTION "personal_data_clears_the_mark"('new_lead_id', 'reason', 'note');

-- The only things that are told about a lead of others: that it was met, to those who see that lead and not to its owner;
-- and what a manager of the lead that was met decided about the one that met it.
ALTER POLICY "no_foreign_lead" ON "domain_event"
  WITH CHECK (lead_id IS NULL OR (type = 'CONFLICT_NOTED' AND owner_id IS NULL)
    OR type = 'CONFLICT_DECIDED'
    OR EXISTS (SELECT FROM lead WHERE lead.id = domain_event.lead_id));
