-- What the roles let through is what the API shows, columns included: docs/decisions/0024-sight-of-columns.md.

-- A wallboard is told no ids of people in events. What it may read of a payload is kept beside it, because a role cannot
-- be granted a part of a column.

ALTER TABLE "domain_event" ADD COLUMN "tellable" JSONB
  GENERATED ALWAYS AS ("payload" - ARRAY['ownerId', 'formerOwnerId', 'userId']) STORED;
REVOKE SELECT ON "domain_event" FROM leadwarden_wallboard;
GRANT SELECT ("id", "seq", "position", "type", "version", "occurred_at", "lead_id", "territory", "tellable")
  ON "domain_event" TO leadwarden_wallboard;

-- A lead in the pool is read under a role of its own, of which rows and columns are those that everybody may know of.

DO $$
DECLARE
  is_member boolean;
BEGIN
  -- As in 20261124120000_row_level_security, which made the others.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'leadwarden_pool') THEN
    BEGIN
      CREATE ROLE leadwarden_pool NOLOGIN NOINHERIT NOBYPASSRLS;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'The role leadwarden_pool is missing, and % may not create it. docs/security.md tells how to create the roles beforehand.',
          session_user;
    END;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'leadwarden_pool' AND (rolsuper OR rolbypassrls OR rolcanlogin)) THEN
    RAISE EXCEPTION 'The role leadwarden_pool may log in or bypass row-level security, which Leadwarden''s roles must not.';
  END IF;
  FOR attempt IN 1..20 LOOP
    IF current_setting('server_version_num')::int >= 160000 THEN
      is_member := pg_has_role(session_user, 'leadwarden_pool', 'SET');
    ELSE
      is_member := pg_has_role(session_user, 'leadwarden_pool', 'MEMBER');
    END IF;
    EXIT WHEN is_member;
    BEGIN
      IF current_setting('server_version_num')::int >= 160000 THEN
        EXECUTE format('GRANT leadwarden_pool TO %I WITH INHERIT FALSE, SET TRUE', session_user);
      ELSE
        EXECUTE format('GRANT leadwarden_pool TO %I', session_user);
      END IF;
    EXCEPTION
      WHEN unique_violation OR internal_error THEN PERFORM pg_sleep(0.05);
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION '% is no member of the role leadwarden_pool and may not make itself one. docs/security.md tells how to.',
          session_user;
    END;
  END LOOP;
END
$$;

GRANT USAGE ON SCHEMA public TO leadwarden_pool;
-- The last one is searched by and not shown.
GRANT SELECT (id, company_name, city, postal_code, country, business_type, stage, status, source, estimated_volume,
  currency, territory, owner_id, registered_at, ended_at, end_reason, pseudonymized_at, updated_at, version,
  assigned_at, progress_anchor, warning_due_at, progress_deadline, warning_issued_at, warned_at, grace_ends_at,
  base_ends_at, base_reminder_due_at, expires_at, policy_version, search_text) ON "lead" TO leadwarden_pool;
CREATE POLICY "pool" ON "lead" FOR SELECT TO leadwarden_pool USING (status IN ('EXPIRED', 'RELEASED'));

-- Agents and managers of a territory see of the pool only the lead that a verb of theirs takes out of it or puts into it.

ALTER POLICY "territory" ON "lead"
  USING (territory = (SELECT nullif(current_setting('app.territory', true), ''))
    OR (id = (SELECT nullif(current_setting('app.lead', true), '')::uuid) AND status IN ('EXPIRED', 'RELEASED')));
ALTER POLICY "own" ON "lead"
  USING (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    OR (id = (SELECT nullif(current_setting('app.lead', true), '')::uuid) AND status IN ('EXPIRED', 'RELEASED')));

-- What the API shows to nobody of a role. Columns are granted one by one, so that a new one is hidden until it is decided on.

DO $$
DECLARE
  hidden record;
  shown text;
BEGIN
  FOR hidden IN
    SELECT role, relation, columns FROM (VALUES
      -- By which account of the identity provider a colleague signs in.
      ('user_account', ARRAY['subject', 'claimed_email', 'email_claimed_at', 'role_claimed_at', 'created_at'],
        ARRAY['rep', 'manager', 'market_manager', 'auditor', 'wallboard', 'service']),
      -- The file, while it is worked off: with its report, those who see the import see what was wrong with a row.
      ('import_job', ARRAY['content'], ARRAY['rep', 'manager', 'market_manager', 'admin', 'auditor', 'wallboard', 'service']),
      -- By which a link to give feedback is known.
      ('sample', ARRAY['feedback_token_hash', 'feedback_receipt_hash'], ARRAY['auditor'])
    ) AS listed (relation, columns, roles) CROSS JOIN LATERAL unnest(roles) AS role
  LOOP
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO shown
      FROM pg_attribute
      WHERE attrelid = hidden.relation::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL(hidden.columns);
    EXECUTE format('REVOKE SELECT ON %I FROM leadwarden_%s', hidden.relation, hidden.role);
    EXECUTE format('GRANT SELECT (%s) ON %I TO leadwarden_%s', shown, hidden.relation, hidden.role);
  END LOOP;
END
$$;
