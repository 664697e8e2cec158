-- Leads whose dates another policy gave than the one in force are looked for every few seconds, and there are hardly ever any.
CREATE INDEX "lead_job_policy_version" ON "lead" (policy_version) WHERE status = 'ACTIVE';
