-- Whether the present owner has shown no progress since the lead was assigned to them, for lists and counts.
ALTER TABLE "lead" ADD COLUMN "unworked" BOOLEAN GENERATED ALWAYS AS (progress_anchor = assigned_at) STORED;
GRANT SELECT (unworked) ON "lead" TO leadwarden_wallboard, leadwarden_auditor, leadwarden_pool;
CREATE INDEX "lead_unworked" ON "lead" (owner_id, assigned_at) WHERE status = 'ACTIVE' AND unworked;
CREATE INDEX "ownership_ended" ON "ownership" (ended_at, owner_id) WHERE ended_at IS NOT NULL;
