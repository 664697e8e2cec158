-- Entries sealed from now on have the order of insertion in their hash; those of before are verified as they were sealed.
ALTER TABLE "audit_entry" ADD COLUMN "hash_version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_hash_version_check" CHECK ("hash_version" IN (1, 2));
GRANT UPDATE ("hash_version") ON "audit_entry" TO leadwarden_jobs;

CREATE OR REPLACE FUNCTION "audit_entry_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'The audit trail is append-only: it cannot be emptied.';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'The audit trail is append-only: entry % cannot be deleted.', OLD.id;
  END IF;
  IF OLD.position IS NULL AND NEW.position IS NOT NULL AND NEW.hash IS NOT NULL
    AND (to_jsonb(OLD) - 'position' - 'hash' - 'hash_version') = (to_jsonb(NEW) - 'position' - 'hash' - 'hash_version') THEN
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
