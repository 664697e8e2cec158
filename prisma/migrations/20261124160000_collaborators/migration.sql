-- CreateTable
CREATE TABLE "lead_collaborator" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "added_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_collaborator_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lead_collaborator_user_id_idx" ON "lead_collaborator"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_collaborator_lead_id_user_id_key" ON "lead_collaborator"("lead_id", "user_id");

-- AddForeignKey
ALTER TABLE "lead_collaborator" ADD CONSTRAINT "lead_collaborator_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_collaborator" ADD CONSTRAINT "lead_collaborator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma cannot express.

ALTER TABLE "lead_collaborator"
  ADD CONSTRAINT "lead_collaborator_role_check" CHECK (role IN ('VIEW', 'ASSIST', 'NEGOTIATE')),
  ADD CONSTRAINT "lead_collaborator_owner_check" CHECK (user_id <> owner_id);

-- Who may see and write it. The policies of leads look here, so none of an agent's looks back at leads.

ALTER TABLE "lead_collaborator" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "lead_collaborator" FORCE ROW LEVEL SECURITY;

GRANT SELECT ON "lead_collaborator"
  TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin,
    leadwarden_auditor, leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT INSERT, UPDATE, DELETE ON "lead_collaborator"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin;
-- What expires loses its collaborators.
GRANT DELETE ON "lead_collaborator" TO leadwarden_jobs;

CREATE POLICY "market" ON "lead_collaborator"
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_jobs
  USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "lead_collaborator" FOR SELECT
  TO leadwarden_auditor, leadwarden_wallboard, leadwarden_service
  USING (true);
CREATE POLICY "territory" ON "lead_collaborator" TO leadwarden_manager
  USING (EXISTS (SELECT FROM lead WHERE lead.id = lead_collaborator.lead_id
    AND lead.territory = (SELECT nullif(current_setting('app.territory', true), ''))));
-- The owner chooses them; they see themselves and may leave. Naming oneself the owner of a foreign lead is of no
-- use: below, a collaboration counts only while its owner is the lead's.
CREATE POLICY "own" ON "lead_collaborator" TO leadwarden_rep
  USING (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    OR user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid))
  WITH CHECK (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));

-- What collaborators see and write: beside one's own, so the plain policies and their indexes stay as they are. The
-- sub-selects name no outer column: they are read once per statement and hashed.

CREATE POLICY "helped" ON "lead" FOR SELECT TO leadwarden_rep
  USING ((id, owner_id) IN (SELECT lead_id, lead_collaborator.owner_id FROM lead_collaborator
    WHERE user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)));
-- Whoever only reads may lock it: they are told that they may not do this, not that it does not exist.
CREATE POLICY "helping" ON "lead" FOR UPDATE TO leadwarden_rep
  USING ((id, owner_id) IN (SELECT lead_id, lead_collaborator.owner_id FROM lead_collaborator
    WHERE user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)))
  WITH CHECK ((id, owner_id) IN (SELECT lead_id, lead_collaborator.owner_id FROM lead_collaborator
    WHERE user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid) AND role <> 'VIEW'));

-- A policy sees a row before or after a change: by the collaborator's before and the owner's after, it could be taken.
CREATE FUNCTION "lead_is_given_away_by_its_owner"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An agent may not give away or take lead %, which is another agent''s.', OLD.id
    USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "lead_is_given_away_by_its_owner" BEFORE UPDATE ON "lead" FOR EACH ROW
  WHEN (current_user = 'leadwarden_rep' AND OLD.owner_id IS NOT NULL AND NEW.owner_id IS DISTINCT FROM OLD.owner_id
    AND OLD.owner_id IS DISTINCT FROM nullif(current_setting('app.actor', true), '')::uuid)
  EXECUTE FUNCTION "lead_is_given_away_by_its_owner"();

DO $$
DECLARE
  child text;
  helped constant text := $sql$lead_id IN (SELECT lead.id FROM lead
    JOIN lead_collaborator ON lead_collaborator.lead_id = lead.id AND lead_collaborator.owner_id = lead.owner_id
    WHERE user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)$sql$;
BEGIN
  FOREACH child IN ARRAY ARRAY[
    'ownership', 'contact', 'activity', 'hold', 'reminder', 'sample', 'extension_request'
  ] LOOP
    EXECUTE format('CREATE POLICY "helped" ON %I FOR SELECT TO leadwarden_rep USING (%s))', child, helped);
    -- Whose the lead is and how long stays the owner's business.
    IF child NOT IN ('ownership', 'extension_request', 'reminder') THEN
      EXECUTE format(
        'CREATE POLICY "helping" ON %I TO leadwarden_rep USING (%s AND lead_collaborator.role <> ''VIEW''))',
        child, helped);
    END IF;
  END LOOP;
  -- Who came to only read the lead still has seen what they are reminded of.
  EXECUTE format(
    'CREATE POLICY "helping" ON "reminder" TO leadwarden_rep
       USING (%1$s AND lead_collaborator.role <> ''VIEW'') OR (%1$s)
         AND recipient_id = (SELECT nullif(current_setting(''app.actor'', true), '''')::uuid)))',
    helped);
END
$$;

-- Items are written through their sample, which whoever only reads the lead sees as well.
CREATE POLICY "no_onlooker_inserts" ON "sample_item" AS RESTRICTIVE FOR INSERT TO leadwarden_rep
  WITH CHECK (EXISTS (SELECT FROM sample JOIN lead ON lead.id = sample.lead_id
    LEFT JOIN lead_collaborator ON lead_collaborator.lead_id = lead.id
      AND user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    WHERE sample.id = sample_item.sample_id AND coalesce(lead_collaborator.role, '') <> 'VIEW'));
CREATE POLICY "no_onlooker_updates" ON "sample_item" AS RESTRICTIVE FOR UPDATE TO leadwarden_rep
  USING (EXISTS (SELECT FROM sample JOIN lead ON lead.id = sample.lead_id
    LEFT JOIN lead_collaborator ON lead_collaborator.lead_id = lead.id
      AND user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    WHERE sample.id = sample_item.sample_id AND coalesce(lead_collaborator.role, '') <> 'VIEW'));

-- An agent is told of their own imports, and as a collaborator what the lead's owner is told.
ALTER POLICY "own" ON "domain_event"
  USING (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "helped" ON "domain_event" FOR SELECT TO leadwarden_rep
  USING ((lead_id, owner_id) IN (SELECT lead_collaborator.lead_id, lead_collaborator.owner_id FROM lead_collaborator
    WHERE user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)));
