-- Row-level security: one database role per role of the API, each with policies that read as plain conditions, so that
-- they find their indexes. Grants say which verbs a role has, policies on which rows. docs/decisions/0004 tells why.

-- Roles belong to the cluster, not to the database: other databases may have them already, or make them at this moment.

DO $$
DECLARE
  name text;
  is_member boolean;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'leadwarden_none', 'leadwarden_rep', 'leadwarden_manager', 'leadwarden_market_manager', 'leadwarden_admin',
    'leadwarden_auditor', 'leadwarden_wallboard', 'leadwarden_service', 'leadwarden_jobs', 'leadwarden_lookup'
  ] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT NOBYPASSRLS', name);
      EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'The role % is missing, and % may not create it. docs/security.md tells how to create the roles beforehand.',
            name, session_user;
      END;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = name AND (rolsuper OR rolbypassrls OR rolcanlogin)) THEN
      RAISE EXCEPTION 'The role % may log in or bypass row-level security, which Leadwarden''s roles must not.', name;
    END IF;
    FOR attempt IN 1..20 LOOP
      -- 16 made a difference between belonging to a role and being allowed to become it.
      IF current_setting('server_version_num')::int >= 160000 THEN
        is_member := pg_has_role(session_user, name, 'SET');
      ELSE
        is_member := pg_has_role(session_user, name, 'MEMBER');
      END IF;
      EXIT WHEN is_member;
      BEGIN
        IF current_setting('server_version_num')::int >= 160000 THEN
          EXECUTE format('GRANT %I TO %I WITH INHERIT FALSE, SET TRUE', name, session_user);
        ELSE
          EXECUTE format('GRANT %I TO %I', name, session_user);
        END IF;
      EXCEPTION
        -- internal_error: "tuple concurrently updated", while another database is migrated.
        WHEN unique_violation OR internal_error THEN PERFORM pg_sleep(0.05);
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION '% is no member of the role % and may not make itself one. docs/security.md tells how to.',
            session_user, name;
      END;
    END LOOP;
  END LOOP;
  -- Before PostgreSQL 15 everybody may create tables here.
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager,
    leadwarden_admin, leadwarden_auditor, leadwarden_wallboard, leadwarden_service, leadwarden_jobs, leadwarden_lookup;
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    -- May look everywhere and has no policy: without an identity there are no rows.
    EXECUTE format('GRANT SELECT ON %I TO leadwarden_none', name);
  END LOOP;
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    -- Not forced: its owner has to know how far the schema is.
    ALTER TABLE _prisma_migrations ENABLE ROW LEVEL SECURITY;
  END IF;
END
$$;

-- Which verbs

GRANT SELECT ON "user_account", "lead", "ownership", "activity", "hold", "reminder", "sample", "sample_item",
  "extension_request", "domain_event", "event_log", "setting", "policy_version"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
-- Persons at leads, also as files of imports quote them.
GRANT SELECT ON "contact", "import_job", "import_row"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT SELECT ON "job_run", "audit_entry", "outbox_email", "idempotency_key"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service, leadwarden_jobs;

GRANT INSERT, UPDATE ON "lead", "ownership", "contact", "activity", "hold", "reminder", "sample", "sample_item",
  "extension_request", "import_job"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin;
GRANT DELETE ON "contact" TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin;

-- A program registers leads, logs activities and moves samples.
GRANT INSERT ON "ownership", "contact", "activity", "reminder" TO leadwarden_service;
GRANT INSERT, UPDATE ON "lead" TO leadwarden_service;
GRANT UPDATE ON "hold", "sample" TO leadwarden_service;

-- Whoever changes something says so. None of it can be changed or taken back.
GRANT INSERT ON "domain_event", "audit_entry", "outbox_email", "idempotency_key"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service,
    leadwarden_jobs;
GRANT USAGE ON SEQUENCE "domain_event_seq_seq"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service,
    leadwarden_jobs;

GRANT INSERT ON "user_account", "policy_version" TO leadwarden_admin;
GRANT INSERT, UPDATE ON "setting" TO leadwarden_admin;
GRANT UPDATE ON "outbox_email" TO leadwarden_admin;

-- The jobs, the sequencer, the outbox, the import worker, pseudonymisation.
GRANT INSERT ON "user_account", "lead", "ownership", "contact", "activity", "hold", "reminder", "job_run", "import_row"
  TO leadwarden_jobs;
GRANT UPDATE ON "lead", "ownership", "contact", "activity", "hold", "reminder", "sample", "sample_item",
  "extension_request", "import_job", "import_row", "outbox_email", "job_run", "event_log"
  TO leadwarden_jobs;
GRANT UPDATE (position) ON "domain_event" TO leadwarden_jobs;
GRANT UPDATE (before, after) ON "audit_entry" TO leadwarden_jobs;
GRANT DELETE ON "import_job", "idempotency_key" TO leadwarden_jobs;

-- Looks past what an actor sees, for verdicts that need it: is the company protected, how often did the agent claim?
-- It reads keys and dates, no name, no note, no address as it was written.
GRANT SELECT (id, company_name, city, country, postal_code, website, status, search_text, owner_id, territory,
  import_key, match_key) ON "lead" TO leadwarden_lookup;
GRANT SELECT (id, lead_id, email_key, phone_key, email_tombstone, phone_tombstone, key_version) ON "contact"
  TO leadwarden_lookup;
GRANT SELECT (id, lead_id, owner_id, assigned_at, ended_at, end_reason) ON "ownership" TO leadwarden_lookup;

-- Which rows. Identity is a setting of the transaction; the sub-selects read it once per statement and not per row.

CREATE POLICY "market" ON "lead"
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_service, leadwarden_jobs
  USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "lead" FOR SELECT TO leadwarden_auditor, leadwarden_wallboard, leadwarden_lookup
  USING (true);
-- The pool is there for everybody to take from; what is written must be in one's own territory afterwards.
CREATE POLICY "territory" ON "lead" TO leadwarden_manager
  USING (territory = (SELECT nullif(current_setting('app.territory', true), ''))
    OR status IN ('EXPIRED', 'RELEASED'))
  WITH CHECK (territory = (SELECT nullif(current_setting('app.territory', true), '')));
-- A claimed lead is the agent's own afterwards, a released one nobody's; it never becomes another agent's.
CREATE POLICY "own" ON "lead" TO leadwarden_rep
  USING (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    OR status IN ('EXPIRED', 'RELEASED'))
  WITH CHECK (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    OR (owner_id IS NULL AND status = 'RELEASED'));

-- A policy sees a row before or after a change, never both.
CREATE FUNCTION "lead_in_pool_is_only_claimed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An agent may claim lead % from the pool, not change it there.', OLD.id
    USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "lead_in_pool_is_only_claimed" BEFORE UPDATE ON "lead" FOR EACH ROW
  WHEN (current_user = 'leadwarden_rep' AND OLD.owner_id IS NULL AND NEW.owner_id IS NULL)
  EXECUTE FUNCTION "lead_in_pool_is_only_claimed"();

-- What hangs on a lead. A lead in the pool shows none of it.

DO $$
DECLARE
  child text;
BEGIN
  FOREACH child IN ARRAY ARRAY[
    'ownership', 'contact', 'activity', 'hold', 'reminder', 'sample', 'extension_request'
  ] LOOP
    EXECUTE format($policies$
      CREATE POLICY "market" ON %1$I
        TO leadwarden_market_manager, leadwarden_admin, leadwarden_service, leadwarden_jobs
        USING (true) WITH CHECK (true);
      CREATE POLICY "reader" ON %1$I FOR SELECT TO leadwarden_auditor USING (true);
      CREATE POLICY "territory" ON %1$I TO leadwarden_manager
        USING (EXISTS (SELECT FROM lead WHERE lead.id = %1$I.lead_id
          AND lead.territory = (SELECT nullif(current_setting('app.territory', true), ''))));
      CREATE POLICY "own" ON %1$I TO leadwarden_rep
        USING (EXISTS (SELECT FROM lead WHERE lead.id = %1$I.lead_id
          AND lead.owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)));
    $policies$, child);
    -- Wallboards know no persons.
    IF child <> 'contact' THEN
      EXECUTE format('CREATE POLICY "wallboard" ON %I FOR SELECT TO leadwarden_wallboard USING (true)', child);
    END IF;
    IF child IN ('ownership', 'contact') THEN
      EXECUTE format('CREATE POLICY "lookup" ON %I FOR SELECT TO leadwarden_lookup USING (true)', child);
    END IF;
  END LOOP;
END
$$;

CREATE POLICY "no_other_owner" ON "ownership" AS RESTRICTIVE TO leadwarden_rep
  USING (true) WITH CHECK (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));

CREATE POLICY "market" ON "sample_item"
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_service, leadwarden_jobs
  USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "sample_item" FOR SELECT TO leadwarden_auditor, leadwarden_wallboard USING (true);
-- The sample has policies of its own.
CREATE POLICY "through_sample" ON "sample_item" TO leadwarden_rep, leadwarden_manager
  USING (EXISTS (SELECT FROM sample WHERE sample.id = sample_item.sample_id));

-- Colleagues know each other; a screen on the wall knows itself.

CREATE POLICY "jobs" ON "user_account" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "colleague" ON "user_account"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_service
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "oneself" ON "user_account" FOR SELECT TO leadwarden_wallboard
  USING (id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));

CREATE POLICY "all_imports" ON "import_job" TO leadwarden_jobs, leadwarden_admin, leadwarden_market_manager
  USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "import_job" FOR SELECT TO leadwarden_auditor, leadwarden_service USING (true);
CREATE POLICY "own" ON "import_job" TO leadwarden_rep, leadwarden_manager
  USING (created_by_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "jobs" ON "import_row" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "through_import" ON "import_row" FOR SELECT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_service
  USING (EXISTS (SELECT FROM import_job WHERE import_job.id = import_row.import_id));

-- Events: who may see them says src/events/may-see.ts. They are written in nobody else's name.

CREATE POLICY "jobs" ON "domain_event" TO leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "everything" ON "domain_event" FOR SELECT
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_wallboard, leadwarden_service
  USING (true);
-- CASE and not OR: the API asks the same, and the planner would think that both together leave hardly a row.
CREATE POLICY "territory" ON "domain_event" FOR SELECT TO leadwarden_manager
  USING (CASE WHEN lead_id IS NULL THEN (SELECT nullif(current_setting('app.territory', true), '')) IS NOT NULL
    ELSE territory = (SELECT nullif(current_setting('app.territory', true), '')) END);
CREATE POLICY "own" ON "domain_event" FOR SELECT TO leadwarden_rep
  USING (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid) AND lead_id IS NOT NULL);
CREATE POLICY "append" ON "domain_event" FOR INSERT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service
  WITH CHECK (position IS NULL
    AND (actor_id IS NULL OR actor_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)));

CREATE POLICY "everybody" ON "event_log" FOR SELECT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "jobs" ON "event_log" TO leadwarden_jobs USING (true) WITH CHECK (true);

CREATE POLICY "reader" ON "audit_entry" FOR SELECT TO leadwarden_admin, leadwarden_auditor USING (true);
CREATE POLICY "append" ON "audit_entry" FOR INSERT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service
  WITH CHECK (actor_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "jobs" ON "audit_entry" TO leadwarden_jobs USING (true) WITH CHECK (true);

CREATE POLICY "all_mails" ON "outbox_email" TO leadwarden_admin, leadwarden_jobs USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "outbox_email" FOR SELECT TO leadwarden_auditor USING (true);
CREATE POLICY "enqueue" ON "outbox_email" FOR INSERT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_service
  WITH CHECK (status = 'PENDING' AND EXISTS (SELECT FROM lead WHERE lead.id = outbox_email.lead_id));

CREATE POLICY "reader" ON "job_run" FOR SELECT
  TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_wallboard,
    leadwarden_service
  USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
CREATE POLICY "jobs" ON "job_run" TO leadwarden_jobs USING (true) WITH CHECK (true);

CREATE POLICY "own" ON "idempotency_key"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service
  USING (actor_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "jobs" ON "idempotency_key" TO leadwarden_jobs USING (true) WITH CHECK (true);

-- Settings concern everybody who is somebody; only admins change them.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['setting', 'policy_version'] LOOP
    EXECUTE format($policies$
      CREATE POLICY "everybody" ON %1$I FOR SELECT
        TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_auditor, leadwarden_wallboard,
          leadwarden_service
        USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
      CREATE POLICY "admin" ON %1$I TO leadwarden_admin USING (true) WITH CHECK (true);
      CREATE POLICY "jobs" ON %1$I FOR SELECT TO leadwarden_jobs USING (true);
    $policies$, name);
  END LOOP;
END
$$;
