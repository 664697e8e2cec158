-- What passes from another lead is new to this one, even where nothing else of it changes.
CREATE OR REPLACE FUNCTION "personal_data_clears_the_mark"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  written constant jsonb := to_jsonb(NEW);
  before jsonb := '{}';
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) -> TG_ARGV[0] = written -> TG_ARGV[0] THEN
    before := to_jsonb(OLD);
  END IF;
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
