-- The defaults of the protection policy and the rules of the clock that the last program to start here had. One that has
-- others makes a new version of the policy, by which every lead is projected anew.
CREATE TABLE "policy_default" (
    "id" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "clock_rules" INTEGER NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_default_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "policy_default"
  ADD CONSTRAINT "policy_default_single_row_check" CHECK (id = 1);

ALTER TABLE "policy_default" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "policy_default" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "policy_default" TO leadwarden_none;
GRANT SELECT, INSERT, UPDATE ON "policy_default" TO leadwarden_jobs;
CREATE POLICY "jobs" ON "policy_default" TO leadwarden_jobs USING (true) WITH CHECK (true);

-- The program itself writes the version, and what the one before it was.
GRANT INSERT, UPDATE ("policy") ON "policy_version" TO leadwarden_jobs;
DROP POLICY "jobs" ON "policy_version";
CREATE POLICY "jobs" ON "policy_version" TO leadwarden_jobs USING (true) WITH CHECK (true);
