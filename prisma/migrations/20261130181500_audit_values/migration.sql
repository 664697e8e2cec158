-- Single values of an entry can be forgotten while the rest still proves itself. Entries written from now on have a
-- digest of the digests of their values (docs/decisions/0023-forgotten-values.md); those of before keep theirs.
ALTER TABLE "audit_entry" ADD COLUMN "digest_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "leaves" JSONB;

ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_digest_version_check" CHECK ("digest_version" IN (1, 2));
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_leaves_check"
  CHECK ("leaves" IS NULL OR ("salt" IS NOT NULL AND "digest_version" = 2));
GRANT UPDATE ("leaves") ON "audit_entry" TO leadwarden_jobs;

-- A leaf is whatever is neither an object nor an array, or is an empty one. Its path is a JSON array of 'before' or
-- 'after' and the keys and indexes below. Until a value is blanked its salt is made of the entry's.

CREATE FUNCTION "audit_leaf_lines"(path text, value jsonb, salt text, leaves jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  leaf text := path || ']';
  lines text;
BEGIN
  -- A loop for each level: one recursive query for all of them takes ten times as long to begin.
  IF jsonb_typeof(value) = 'object' AND value <> '{}' THEN
    SELECT string_agg(audit_leaf_lines(path || ', ' || to_json(member.key), member.value, salt, leaves), E'\n')
      INTO lines FROM jsonb_each(value) AS member;
    RETURN lines;
  END IF;
  IF jsonb_typeof(value) = 'array' AND value <> '[]' THEN
    SELECT string_agg(audit_leaf_lines(path || ', ' || (nth - 1), element, salt, leaves), E'\n')
      INTO lines FROM jsonb_array_elements(value) WITH ORDINALITY AS listed (element, nth);
    RETURN lines;
  END IF;
  IF leaves IS NULL THEN
    salt := encode(sha256(convert_to(salt || E'\n' || leaf, 'UTF8')), 'hex');
  ELSIF value = '"pseudonymized"' AND leaves -> leaf ->> 'digest' IS NOT NULL THEN
    RETURN leaf || ' ' || (leaves -> leaf ->> 'digest');
  ELSE
    -- Without a salt it is something that was put in.
    salt := coalesce(leaves -> leaf ->> 'salt', '');
  END IF;
  RETURN leaf || ' ' || encode(sha256(convert_to(salt || E'\n' || value::text, 'UTF8')), 'hex');
END
$$;

CREATE FUNCTION "audit_content_digest"(before jsonb, after jsonb, salt text, leaves jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  lines text[] := string_to_array(audit_leaf_lines('["before"', before, salt, leaves), E'\n')
    || string_to_array(audit_leaf_lines('["after"', after, salt, leaves), E'\n');
BEGIN
  RETURN encode(sha256(convert_to(E'leaves\n' || coalesce((
    SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C") FROM unnest(lines) AS line), ''), 'UTF8')), 'hex');
END
$$;

CREATE OR REPLACE FUNCTION "audit_entry_is_digested"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position IS NOT NULL OR NEW.hash IS NOT NULL THEN
    RAISE EXCEPTION 'The audit trail is sealed by the sealer alone: entry % cannot bring its position or hash.', NEW.id;
  END IF;
  IF NEW.content_digest IS NULL THEN
    NEW.salt := coalesce(NEW.salt, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
    NEW.leaves := NULL;
    NEW.digest_version := 2;
    NEW.content_digest := audit_content_digest(NEW.before, NEW.after, NEW.salt, NULL);
  END IF;
  RETURN NEW;
END
$$;

-- An entry about a lead can also lose some of its values: then the others keep a salt each, what the digest was made of
-- stays for the ones that went, and the entry's own salt, of which all salts could be made, is gone.

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
    AND (to_jsonb(OLD) - 'salt' - 'before' - 'after' - 'leaves') = (to_jsonb(NEW) - 'salt' - 'before' - 'after' - 'leaves') THEN
    IF NEW.salt IS NULL AND NEW.before IS NULL AND NEW.after IS NULL THEN
      -- A replica of before does not know of them, and the salts among them have to go with what they are the salts of.
      NEW.leaves := NULL;
      RETURN NEW;
    END IF;
    IF OLD.digest_version = 2 AND NEW.salt = '' AND NEW.leaves IS NOT NULL
      AND EXISTS (SELECT FROM jsonb_each(NEW.leaves) AS leaf
        WHERE leaf.value ? 'digest' AND NOT coalesce(OLD.leaves -> leaf.key ? 'digest', false))
      AND NOT EXISTS (SELECT FROM jsonb_each(NEW.leaves) AS leaf WHERE leaf.value ? 'digest' AND leaf.value ? 'salt')
      AND audit_content_digest(NEW.before, NEW.after, NEW.salt, NEW.leaves) = OLD.content_digest THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The audit trail is append-only: entry % can only be sealed once, and lose values or all of its content if it is about a lead.', OLD.id;
END
$$;
