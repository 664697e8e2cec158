-- A lead that was converted or lost keeps whose it was; only the pool has no owner.
ALTER TABLE "lead" DROP CONSTRAINT "lead_active_owner_check";

UPDATE "lead" SET owner_id = (
  SELECT owner_id FROM "ownership"
  WHERE ownership.lead_id = lead.id
  ORDER BY ended_at DESC, assigned_at DESC
  LIMIT 1
)
WHERE status IN ('CONVERTED', 'LOST');

ALTER TABLE "lead" ADD CONSTRAINT "lead_owner_check"
  CHECK ((status IN ('EXPIRED', 'RELEASED')) = (owner_id IS NULL));
