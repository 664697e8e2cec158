-- What an agent takes out of the pool is a claim, by whichever verb: the daily limit counts it from here.
ALTER TABLE "ownership" ADD COLUMN "claimed_at" TIMESTAMPTZ(3);
CREATE INDEX "ownership_claims" ON "ownership" ("owner_id", "claimed_at") WHERE claimed_at IS NOT NULL;
GRANT SELECT (claimed_at) ON "ownership" TO leadwarden_lookup;
-- The claims of today, as earlier versions counted them. An owner who is no superuser is bound by the policies.
ALTER TABLE "ownership" NO FORCE ROW LEVEL SECURITY;
UPDATE "ownership" SET claimed_at = assigned_at
WHERE assigned_at > now() - interval '2 days' AND (
  SELECT earlier.end_reason FROM "ownership" AS earlier
  WHERE earlier.lead_id = ownership.lead_id AND earlier.id <> ownership.id
    AND earlier.ended_at <= ownership.assigned_at
  ORDER BY earlier.ended_at DESC, earlier.assigned_at DESC, earlier.id DESC LIMIT 1
) IN ('RELEASED', 'NO_PROGRESS', 'BASE_PERIOD_ENDED');
ALTER TABLE "ownership" FORCE ROW LEVEL SECURITY;
