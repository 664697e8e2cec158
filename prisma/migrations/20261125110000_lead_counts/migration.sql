-- CreateTable
CREATE TABLE "lead_count" (
    "territory" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "lead_count_pkey" PRIMARY KEY ("territory","mark","bucket","standing")
);

-- CreateTable
CREATE TABLE "lead_count_change" (
    "id" BIGSERIAL NOT NULL,
    "territory" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "lead_count_change_pkey" PRIMARY KEY ("id")
);

-- Written by hand from here on: what Prisma cannot express.

-- Counts are rewritten all the time, and their changes come and go: both are cleaned long before they have grown by a fifth.
ALTER TABLE "lead_count" SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE "lead_count_change" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- What a lead is at an instant. The clock in src/domain/clock.ts says the same; a test holds the two together.

CREATE FUNCTION "lead_held_at"(on_hold boolean, hold_changes_at timestamptz, hold_intervals jsonb, at timestamptz)
RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  -- As it was projected, unless a hold has begun or ended since.
  SELECT CASE WHEN hold_changes_at <= at THEN EXISTS (
    SELECT FROM jsonb_array_elements(hold_intervals) AS hold
    WHERE (hold ->> 0)::numeric <= extract(epoch FROM at) * 1000
      AND coalesce((hold ->> 1)::numeric > extract(epoch FROM at) * 1000, true)
  ) ELSE on_hold END
$$;

-- Since when the hold that covers the instant has run.
CREATE FUNCTION "lead_held_since"(hold_intervals jsonb, at timestamptz)
RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT to_timestamp(max((hold ->> 0)::numeric)::float8 / 1000)
  FROM jsonb_array_elements(hold_intervals) AS hold
  WHERE (hold ->> 0)::numeric <= extract(epoch FROM at) * 1000
$$;

CREATE FUNCTION "lead_state_at"(status text, assigned_at timestamptz, expires_at timestamptz, held boolean,
  progress_deadline timestamptz, warned_at timestamptz, at timestamptz)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN status IN ('CONVERTED', 'LOST') THEN status
    WHEN status <> 'ACTIVE' OR assigned_at IS NULL THEN 'UNOWNED'
    WHEN expires_at <= at THEN 'EXPIRED'
    WHEN held THEN 'ON_HOLD'
    WHEN progress_deadline <= at THEN 'GRACE'
    WHEN warned_at <= at THEN 'WARNED'
    ELSE 'PROTECTED'
  END
$$;

-- What a lead counts to: its total, and the dates at which its state changes by itself. A grace that the end of
-- protection forestalls never begins. `at` is the date, `bucket` the hour that it lies in.
CREATE FUNCTION "lead_marks"(status text, assigned_at timestamptz, on_hold boolean, warned_at timestamptz,
  progress_deadline timestamptz, base_ends_at timestamptz, expires_at timestamptz)
RETURNS TABLE (standing text, mark text, at timestamptz, bucket timestamptz)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT
    CASE
      WHEN status IN ('CONVERTED', 'LOST') THEN status
      WHEN status <> 'ACTIVE' OR assigned_at IS NULL THEN 'UNOWNED'
      WHEN on_hold THEN 'ON_HOLD'
      WHEN warned_at IS NOT NULL THEN 'WARNED'
      ELSE 'PROTECTED'
    END,
    marked.mark, marked.at,
    date_bin('1 hour', marked.at, '2000-01-01T00:00:00Z'::timestamptz)
  FROM (VALUES
    ('TOTAL', '2000-01-01T00:00:00Z'::timestamptz),
    ('GRACE_BEGINS', CASE WHEN status = 'ACTIVE' AND assigned_at IS NOT NULL
      AND progress_deadline < coalesce(expires_at, 'infinity') THEN progress_deadline END),
    (CASE WHEN expires_at = base_ends_at THEN 'BASE_ENDS' ELSE 'GRACE_ENDS' END
      || CASE WHEN progress_deadline < expires_at THEN '_IN_GRACE' ELSE '' END,
      CASE WHEN status = 'ACTIVE' AND assigned_at IS NOT NULL THEN expires_at END)
  ) AS marked (mark, at)
  WHERE marked.at IS NOT NULL
$$;

-- Each statement that changes leads leaves what it changed of the counts, in as few rows as possible.
CREATE FUNCTION "lead_is_counted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO lead_count_change (territory, standing, mark, bucket, n)
    SELECT coalesce(lead.territory, ''), marks.standing, marks.mark, marks.bucket, count(*)
    FROM gained AS lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
      lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
    GROUP BY 1, 2, 3, 4;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO lead_count_change (territory, standing, mark, bucket, n)
    SELECT coalesce(lead.territory, ''), marks.standing, marks.mark, marks.bucket, sum(lead.n)
    FROM (
      SELECT 1 AS n, territory, status, assigned_at, on_hold, warned_at, progress_deadline, base_ends_at, expires_at
      FROM gained
      UNION ALL
      SELECT -1, territory, status, assigned_at, on_hold, warned_at, progress_deadline, base_ends_at, expires_at
      FROM lost
    ) AS lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
      lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
    GROUP BY 1, 2, 3, 4
    HAVING sum(lead.n) <> 0;
  ELSE
    INSERT INTO lead_count_change (territory, standing, mark, bucket, n)
    SELECT coalesce(lead.territory, ''), marks.standing, marks.mark, marks.bucket, -count(*)
    FROM lost AS lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
      lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
    GROUP BY 1, 2, 3, 4;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "lead_counted_insert" AFTER INSERT ON "lead" REFERENCING NEW TABLE AS gained
  FOR EACH STATEMENT EXECUTE FUNCTION "lead_is_counted"();
CREATE TRIGGER "lead_counted_update" AFTER UPDATE ON "lead" REFERENCING OLD TABLE AS lost NEW TABLE AS gained
  FOR EACH STATEMENT EXECUTE FUNCTION "lead_is_counted"();
CREATE TRIGGER "lead_counted_delete" AFTER DELETE ON "lead" REFERENCING OLD TABLE AS lost
  FOR EACH STATEMENT EXECUTE FUNCTION "lead_is_counted"();

CREATE FUNCTION "lead_counts_are_emptied"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE lead_count, lead_count_change;
  RETURN NULL;
END
$$;
CREATE TRIGGER "lead_counts_emptied" AFTER TRUNCATE ON "lead" FOR EACH STATEMENT
  EXECUTE FUNCTION "lead_counts_are_emptied"();

-- Counts all leads anew: after rows were written past the triggers. Writers wait meanwhile.
CREATE FUNCTION "recount_leads"() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE lead IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM lead_count_change;
  DELETE FROM lead_count;
  INSERT INTO lead_count (territory, standing, mark, bucket, n)
  SELECT scope.territory, marks.standing, marks.mark, marks.bucket, count(*)
  FROM lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
    lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
  CROSS JOIN LATERAL (SELECT '' UNION SELECT coalesce(lead.territory, '')) AS scope (territory)
  GROUP BY 1, 2, 3, 4;
END
$$;

-- Who may see and write them: market-wide readers everything, a manager the counts of the territory, an agent nothing.

ALTER TABLE "lead_count" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "lead_count" FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead_count_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "lead_count_change" FORCE ROW LEVEL SECURITY;

GRANT SELECT ON "lead_count", "lead_count_change"
  TO leadwarden_none, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
-- Whoever writes leads leaves changes; only the system folds them in.
GRANT INSERT ON "lead_count_change"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service, leadwarden_jobs;
GRANT USAGE ON SEQUENCE "lead_count_change_id_seq"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service, leadwarden_jobs;
GRANT INSERT, UPDATE, DELETE ON "lead_count" TO leadwarden_jobs;
GRANT DELETE ON "lead_count_change" TO leadwarden_jobs;

CREATE POLICY "jobs" ON "lead_count" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "jobs" ON "lead_count_change" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "lead_count" FOR SELECT
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_wallboard, leadwarden_service
  USING (true);
CREATE POLICY "reader" ON "lead_count_change" FOR SELECT
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_wallboard, leadwarden_service
  USING (true);
CREATE POLICY "territory" ON "lead_count" FOR SELECT TO leadwarden_manager
  USING (territory = (SELECT nullif(current_setting('app.territory', true), '')));
CREATE POLICY "territory" ON "lead_count_change" FOR SELECT TO leadwarden_manager
  USING (territory = (SELECT nullif(current_setting('app.territory', true), '')));
CREATE POLICY "append" ON "lead_count_change" FOR INSERT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service
  WITH CHECK ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);

-- What the numbers of the last days are read from

CREATE INDEX "domain_event_outcome" ON "domain_event" (type, occurred_at) INCLUDE (owner_id, territory)
  WHERE type IN ('LEAD_PROTECTION_EXPIRED', 'PROTECTION_REACTIVATED', 'LEAD_CONVERTED', 'LEAD_LOST', 'LEAD_RELEASED');
CREATE INDEX "lead_on_hold" ON "lead" (owner_id) WHERE status = 'ACTIVE' AND on_hold;
CREATE INDEX "sample_delivered" ON "sample" (delivered_at) WHERE delivered_at IS NOT NULL;
CREATE INDEX "sample_feedback" ON "sample" (feedback_at) WHERE feedback_at IS NOT NULL;

-- What was there before is counted by the role that sees all leads: row-level security binds the owner as well.
DO $$
BEGIN
  PERFORM set_config('role', 'leadwarden_jobs', true);
  PERFORM recount_leads();
  PERFORM set_config('role', 'none', true);
END
$$;
