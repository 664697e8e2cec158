-- An agent's open-ended hold ends by itself unless a manager confirms it. Those that run are given as long again from now.
ALTER TABLE "hold"
  ADD COLUMN "ends_by" TIMESTAMPTZ(3),
  ADD COLUMN "end_announced_at" TIMESTAMPTZ(3),
  ADD COLUMN "confirmed_at" TIMESTAMPTZ(3),
  ADD COLUMN "confirmed_by_id" UUID,
  ADD CONSTRAINT "hold_ends_by_check" CHECK (ends_by > start_at);

CREATE INDEX "hold_ending" ON "hold" (ends_by, id) WHERE end_at IS NULL AND voided_at IS NULL;

-- Row-level security binds the owner as well: the system does it.
DO $$
BEGIN
  PERFORM set_config('role', 'leadwarden_jobs', true);

  WITH bounded AS (
    UPDATE hold SET ends_by = date_trunc('milliseconds', greatest(hold.start_at, now())) + make_interval(days => coalesce(
      (SELECT (value #>> '{}')::int FROM setting WHERE key = 'maxHoldDays' AND scope = 'GLOBAL' AND scope_key = ''), 90))
    FROM user_account, ownership
    WHERE user_account.id = hold.started_by_id AND user_account.role NOT IN ('MANAGER', 'ADMIN')
      AND ownership.id = hold.ownership_id AND ownership.ended_at IS NULL
      AND hold.end_at IS NULL AND hold.voided_at IS NULL
    RETURNING hold.lead_id
  )
  -- To be projected anew under the policy in force, as soon as a server or a job runs.
  UPDATE lead SET policy_version = 0 FROM bounded WHERE lead.id = bounded.lead_id AND lead.status = 'ACTIVE';

  PERFORM set_config('role', 'none', true);
END
$$;
