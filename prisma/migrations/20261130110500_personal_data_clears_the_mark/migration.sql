-- A lead under protection is never pseudonymised: its mark would keep what comes later from being pseudonymised ever.

-- Row-level security binds the owner as well, also in triggers; nothing that they count changes.
ALTER TABLE "lead" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead" DISABLE TRIGGER USER;
UPDATE "lead" SET pseudonymized_at = NULL
  WHERE pseudonymized_at IS NOT NULL AND status NOT IN ('EXPIRED', 'RELEASED', 'LOST');
ALTER TABLE "lead" ENABLE TRIGGER USER;
ALTER TABLE "lead" FORCE ROW LEVEL SECURITY;

ALTER TABLE "lead" ADD CONSTRAINT "lead_pseudonymized_check"
  CHECK (pseudonymized_at IS NULL OR status IN ('EXPIRED', 'RELEASED', 'LOST'));

DROP INDEX "lead_job_pseudonymize_untouched";

-- Whichever verb writes personal data of a lead that was pseudonymised, the lead is due again. The arguments are the
-- column of the lead's id and the columns with personal data.

CREATE FUNCTION "personal_data_clears_the_mark"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  written constant jsonb := to_jsonb(NEW);
  before constant jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) ELSE '{}' END;
BEGIN
  FOR argument IN 1..TG_NARGS - 1 LOOP
    CONTINUE WHEN coalesce(written -> TG_ARGV[argument], 'null') IN ('null', '"pseudonymized"', '[]')
      OR written -> TG_ARGV[argument] = before -> TG_ARGV[argument];
    UPDATE lead SET pseudonymized_at = NULL
      WHERE id = (written ->> TG_ARGV[0])::uuid AND pseudonymized_at IS NOT NULL;
    EXIT;
  END LOOP;
  RETURN NULL;
END
$$;

CREATE TRIGGER "personal_data_clears_the_mark" AFTER UPDATE OF notes, website, vat_id, tags ON "lead" FOR EACH ROW
  WHEN (NEW.pseudonymized_at IS NOT NULL)
  EXECUTE FUNCTION "personal_data_clears_the_mark"('id', 'notes', 'website', 'vat_id', 'tags');
CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "ownership" FOR EACH ROW
  WHEN (NEW.backdate_reason IS NOT NULL)
  EXECUTE FUNCTION "personal_data_clears_the_mark"('lead_id', 'backdate_reason');
CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "contact" FOR EACH ROW
  EXECUTE FUNCTION "personal_data_clears_the_mark"('lead_id', 'name', 'email', 'phone', 'role', 'email_key', 'phone_key');
CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "activity" FOR EACH ROW
  WHEN (NEW.note IS NOT NULL OR NEW.void_reason IS NOT NULL)
  EXECUTE FUNCTION "personal_data_clears_the_mark"('lead_id', 'note', 'void_reason');
CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "hold" FOR EACH ROW
  WHEN (NEW.text IS NOT NULL OR NEW.void_reason IS NOT NULL)
  EXECUTE FUNCTION "personal_data_clears_the_mark"('lead_id', 'text', 'void_reason');
CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "reminder" FOR EACH ROW
  WHEN (NEW.note IS NOT NULL)
  EXECUTE FUNCTION "personal_data_clears_the_mark"('lead_id', 'note');
CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "sample" FOR EACH ROW
  WHEN (NEW.tracking_code IS NOT NULL OR NEW.feedback_name IS NOT NULL)
  EXECUTE FUNCTION "personal_data_clears_the_mark"('lead_id', 'tracking_code', 'feedback_name');
CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "extension_request" FOR EACH ROW
  EXECUTE FUNCTION "personal_data_clears_the_mark"('lead_id', 'reason', 'note');

-- An item names its sample alone.
CREATE FUNCTION "comment_clears_the_mark"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lead SET pseudonymized_at = NULL
    WHERE id = (SELECT lead_id FROM sample WHERE sample.id = NEW.sample_id) AND pseudonymized_at IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "comment_clears_the_mark" AFTER INSERT OR UPDATE OF comment ON "sample_item" FOR EACH ROW
  WHEN (NEW.comment IS NOT NULL)
  EXECUTE FUNCTION "comment_clears_the_mark"();
