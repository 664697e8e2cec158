-- Where events go that the log no longer keeps, if they are to be archived.
CREATE TABLE "domain_event_archive" (
    "position" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "lead_id" UUID,
    "owner_id" UUID,
    "territory" TEXT,
    "payload" JSONB NOT NULL,
    "archived_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "domain_event_archive_pkey" PRIMARY KEY ("position")
);
CREATE INDEX "domain_event_archive_archived_at_id_idx" ON "domain_event_archive"("archived_at", "id");
CREATE INDEX "domain_event_archive_lead_id_position_idx" ON "domain_event_archive"("lead_id", "position");

ALTER TABLE "domain_event_archive" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "domain_event_archive" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "domain_event_archive" TO leadwarden_none, leadwarden_admin, leadwarden_auditor, leadwarden_jobs;
GRANT INSERT, DELETE ON "domain_event_archive" TO leadwarden_jobs;
CREATE POLICY "jobs" ON "domain_event_archive" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "everything" ON "domain_event_archive" FOR SELECT TO leadwarden_admin, leadwarden_auditor
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);

-- What happened up to then may be gone from the log.
ALTER TABLE "event_log" ADD COLUMN "kept_since" TIMESTAMPTZ(3);
GRANT DELETE ON "domain_event" TO leadwarden_jobs;
-- Nobody takes back what has just happened: no setting keeps events for less than a day.
CREATE POLICY "only_old" ON "domain_event" AS RESTRICTIVE FOR DELETE TO leadwarden_jobs
  USING (occurred_at < statement_timestamp() - interval '1 day');
