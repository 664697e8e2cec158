-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "content_digest" TEXT,
ADD COLUMN     "hash" TEXT,
ADD COLUMN     "position" BIGINT,
ADD COLUMN     "salt" TEXT,
ADD COLUMN     "seq" BIGSERIAL NOT NULL;

-- CreateTable
CREATE TABLE "audit_chain" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last_position" BIGINT NOT NULL DEFAULT 0,
    "head_hash" TEXT NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_position_key" ON "audit_entry"("position");

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma cannot express.

-- Salt and digest are made here, so that no writer can forget or forge them. JSON as text has no line
-- breaks, so the three parts cannot be confused. A copy of the trail brings its digests along.

CREATE FUNCTION "audit_entry_is_digested"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position IS NOT NULL OR NEW.hash IS NOT NULL THEN
    RAISE EXCEPTION 'The audit trail is sealed by the sealer alone: entry % cannot bring its position or hash.', NEW.id;
  END IF;
  IF NEW.content_digest IS NULL THEN
    NEW.salt := coalesce(NEW.salt, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
    NEW.content_digest := encode(sha256(convert_to(
      NEW.salt || E'\n' || coalesce(NEW.before::text, '') || E'\n' || coalesce(NEW.after::text, ''), 'UTF8')), 'hex');
  END IF;
  RETURN NEW;
END
$$;

-- What was written before there was a chain becomes its beginning

DROP TRIGGER "audit_entry_append_only" ON "audit_entry";
-- Row-level security binds the owner as well.
ALTER TABLE "audit_entry" NO FORCE ROW LEVEL SECURITY;
UPDATE "audit_entry" SET salt = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
UPDATE "audit_entry" SET content_digest = encode(sha256(convert_to(
  salt || E'\n' || coalesce(before::text, '') || E'\n' || coalesce(after::text, ''), 'UTF8')), 'hex');
ALTER TABLE "audit_entry" FORCE ROW LEVEL SECURITY;

CREATE TRIGGER "audit_entry_digested" BEFORE INSERT ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "audit_entry_is_digested"();

ALTER TABLE "audit_entry"
  ADD CONSTRAINT "audit_entry_blanked_check" CHECK (salt IS NOT NULL OR (before IS NULL AND after IS NULL));

CREATE INDEX "audit_entry_unsealed" ON "audit_entry" (seq) WHERE position IS NULL;

-- An entry changes twice at most: it is sealed once, and if it is about a lead its content is blanked once, as a whole
-- and together with the salt. An entry that tells of a pseudonymisation is about no single lead, so it stays.

CREATE OR REPLACE FUNCTION "audit_entry_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'The audit trail is append-only: it cannot be emptied.';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'The audit trail is append-only: entry % cannot be deleted.', OLD.id;
  END IF;
  IF OLD.position IS NULL AND NEW.position IS NOT NULL AND NEW.hash IS NOT NULL
    AND (to_jsonb(OLD) - 'position' - 'hash') = (to_jsonb(NEW) - 'position' - 'hash') THEN
    RETURN NEW;
  END IF;
  IF OLD.lead_id IS NOT NULL AND OLD.salt IS NOT NULL
    AND NEW.salt IS NULL AND NEW.before IS NULL AND NEW.after IS NULL
    AND (to_jsonb(OLD) - 'salt' - 'before' - 'after') = (to_jsonb(NEW) - 'salt' - 'before' - 'after') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit trail is append-only: entry % can only be sealed once, and blanked once if it is about a lead.', OLD.id;
END
$$;

CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "audit_entry_is_append_only"();
CREATE TRIGGER "audit_entry_not_emptied" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_is_append_only"();

-- The head of the chain only moves on. Before the first entry the hash is all zeros.

INSERT INTO "audit_chain" (id, head_hash) VALUES (1, repeat('0', 64));

ALTER TABLE "audit_chain"
  ADD CONSTRAINT "audit_chain_single_row_check" CHECK (id = 1);

CREATE FUNCTION "audit_chain_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id = OLD.id AND NEW.last_position > OLD.last_position THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The head of the audit trail can only move on.';
END
$$;

CREATE TRIGGER "audit_chain_grows" BEFORE UPDATE OR DELETE ON "audit_chain"
  FOR EACH ROW EXECUTE FUNCTION "audit_chain_only_grows"();
CREATE TRIGGER "audit_chain_not_emptied" BEFORE TRUNCATE ON "audit_chain"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_chain_only_grows"();

-- Who may do what: docs/decisions/0004-row-level-security.md. Of a lead that somebody sees they also see who changed it
-- and when. What it was before and after, and the salt by which that could be guessed, are for admins and auditors.

GRANT USAGE ON SEQUENCE "audit_entry_seq_seq"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service,
    leadwarden_jobs;
GRANT UPDATE (position, hash, salt) ON "audit_entry" TO leadwarden_jobs;

REVOKE SELECT ON "audit_entry"
  FROM leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_wallboard, leadwarden_service;
GRANT SELECT (id, seq, position, hash, occurred_at, actor_id, request_id, action, entity, entity_id, lead_id)
  ON "audit_entry"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_wallboard, leadwarden_service;
CREATE POLICY "history" ON "audit_entry" FOR SELECT
  TO leadwarden_market_manager, leadwarden_wallboard, leadwarden_service
  USING (lead_id IS NOT NULL);
CREATE POLICY "history_in_territory" ON "audit_entry" FOR SELECT TO leadwarden_manager
  USING (EXISTS (SELECT FROM lead WHERE lead.id = audit_entry.lead_id
    AND lead.territory = (SELECT nullif(current_setting('app.territory', true), ''))));
CREATE POLICY "history_of_own" ON "audit_entry" FOR SELECT TO leadwarden_rep
  USING (EXISTS (SELECT FROM lead WHERE lead.id = audit_entry.lead_id
    AND lead.owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)));

ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_chain" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "audit_chain" TO leadwarden_none, leadwarden_admin, leadwarden_auditor, leadwarden_jobs;
GRANT UPDATE ON "audit_chain" TO leadwarden_jobs;
CREATE POLICY "reader" ON "audit_chain" FOR SELECT TO leadwarden_admin, leadwarden_auditor USING (true);
CREATE POLICY "jobs" ON "audit_chain" TO leadwarden_jobs USING (true) WITH CHECK (true);
