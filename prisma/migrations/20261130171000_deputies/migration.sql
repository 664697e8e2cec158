-- The deputy of an agent who is away works on that one's leads as a collaborator: sight, events and policies follow.
ALTER TABLE "lead_collaborator" ADD COLUMN "absence_id" UUID;
ALTER TABLE "lead_collaborator" ADD COLUMN "role_before" TEXT;
-- The check of a new foreign key is a query, and an owner who is no superuser may be bound by all policies at once.
ALTER TABLE "absence" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead_collaborator" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead_collaborator" ADD CONSTRAINT "lead_collaborator_absence_id_fkey"
  FOREIGN KEY ("absence_id") REFERENCES "absence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "absence" FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead_collaborator" FORCE ROW LEVEL SECURITY;
CREATE INDEX "lead_collaborator_absence_id_idx" ON "lead_collaborator"("absence_id");
ALTER TABLE "lead_collaborator"
  ADD CONSTRAINT "lead_collaborator_role_before_check"
  CHECK (role_before IN ('VIEW', 'ASSIST', 'NEGOTIATE') AND absence_id IS NOT NULL OR role_before IS NULL);
GRANT INSERT, UPDATE ON "lead_collaborator" TO leadwarden_jobs;
