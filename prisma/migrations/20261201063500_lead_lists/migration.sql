-- What lists of leads are sorted and filtered by: docs/decisions/0029-lists-of-leads.md.

-- A text in the order of DIN 5007-1: upper and lower case are one, Ä stands beside A and ß beside ss. Compared byte by
-- byte, so that it sorts alike on every server, whichever collations that has, and no update of those breaks an index.
CREATE FUNCTION "german_sort_key"(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(translate(
    replace(replace(replace(replace(replace(replace(replace(
      regexp_replace(normalize(value, NFD), '[\u0300-\u036F]', '', 'g'),
      'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'),
    'ØøŁłĐđÐðĦħŦŧı', 'oollddddhhtti') COLLATE "C")
$$;

ALTER TABLE "lead" ADD COLUMN "company_sort" TEXT COLLATE "C" GENERATED ALWAYS AS (german_sort_key(company_name)) STORED;
ALTER TABLE "lead" ADD COLUMN "city_sort" TEXT COLLATE "C" GENERATED ALWAYS AS (german_sort_key(city)) STORED;
ALTER TABLE "lead" ADD COLUMN "owner_sort" TEXT COLLATE "C";
ALTER TABLE "lead" ADD COLUMN "last_activity_at" TIMESTAMPTZ(3);
GRANT SELECT (company_sort, city_sort, last_activity_at) ON "lead" TO leadwarden_wallboard, leadwarden_auditor;
-- Wallboards know no people.
GRANT SELECT (owner_sort) ON "lead" TO leadwarden_auditor;

-- The name of the owner stands with the lead, because a list of a million is sorted by an index or not at all.
CREATE FUNCTION "lead_takes_name_of_owner"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.owner_sort := (SELECT german_sort_key(name) FROM user_account WHERE id = NEW.owner_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER "lead_takes_name_of_owner" BEFORE INSERT OR UPDATE OF owner_id ON "lead" FOR EACH ROW
  EXECUTE FUNCTION "lead_takes_name_of_owner"();

CREATE FUNCTION "leads_follow_name_of_owner"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lead SET owner_sort = german_sort_key(NEW.name) WHERE owner_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "leads_follow_name_of_owner" AFTER UPDATE OF name ON "user_account" FOR EACH ROW
  WHEN (NEW.name <> OLD.name)
  EXECUTE FUNCTION "leads_follow_name_of_owner"();

-- Row-level security binds the owner as well.
ALTER TABLE "lead" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "ownership" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "activity" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "user_account" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead_count_change" NO FORCE ROW LEVEL SECURITY;

ALTER TABLE "lead" DISABLE TRIGGER USER;
UPDATE "lead" SET
  owner_sort = (SELECT german_sort_key(name) FROM user_account WHERE id = owner_id),
  last_activity_at = (
    SELECT max(performed_at) FROM activity
    WHERE voided_at IS NULL AND ownership_id = (
      SELECT id FROM ownership WHERE lead_id = lead.id ORDER BY ended_at IS NULL DESC, assigned_at DESC, id DESC LIMIT 1));
ALTER TABLE "lead" ENABLE TRIGGER USER;

-- A lead that was merged into another one stands in no list, and so counts nowhere.
INSERT INTO "lead_count_change" (territory, standing, mark, bucket, n)
SELECT coalesce(lead.territory, ''), marks.standing, marks.mark, marks.bucket, -count(*)
FROM lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
  lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
WHERE lead.merged_into_id IS NOT NULL
GROUP BY 1, 2, 3, 4;

ALTER TABLE "lead" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ownership" FORCE ROW LEVEL SECURITY;
ALTER TABLE "activity" FORCE ROW LEVEL SECURITY;
ALTER TABLE "user_account" FORCE ROW LEVEL SECURITY;
ALTER TABLE "lead_count_change" FORCE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION "lead_is_counted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO lead_count_change (territory, standing, mark, bucket, n)
    SELECT coalesce(lead.territory, ''), marks.standing, marks.mark, marks.bucket, count(*)
    FROM gained AS lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
      lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
    WHERE lead.merged_into_id IS NULL
    GROUP BY 1, 2, 3, 4;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO lead_count_change (territory, standing, mark, bucket, n)
    SELECT coalesce(lead.territory, ''), marks.standing, marks.mark, marks.bucket, sum(lead.n)
    FROM (
      SELECT 1 AS n, territory, status, assigned_at, on_hold, warned_at, progress_deadline, base_ends_at, expires_at
      FROM gained WHERE merged_into_id IS NULL
      UNION ALL
      SELECT -1, territory, status, assigned_at, on_hold, warned_at, progress_deadline, base_ends_at, expires_at
      FROM lost WHERE merged_into_id IS NULL
    ) AS lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
      lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
    GROUP BY 1, 2, 3, 4
    HAVING sum(lead.n) <> 0;
  ELSE
    INSERT INTO lead_count_change (territory, standing, mark, bucket, n)
    SELECT coalesce(lead.territory, ''), marks.standing, marks.mark, marks.bucket, -count(*)
    FROM lost AS lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
      lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
    WHERE lead.merged_into_id IS NULL
    GROUP BY 1, 2, 3, 4;
  END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION "recount_leads"() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE lead IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM lead_count_change;
  DELETE FROM lead_count;
  INSERT INTO lead_count (territory, standing, mark, bucket, n)
  SELECT scope.territory, marks.standing, marks.mark, marks.bucket, count(*)
  FROM lead CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
    lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
  CROSS JOIN LATERAL (SELECT '' UNION SELECT coalesce(lead.territory, '')) AS scope (territory)
  WHERE lead.merged_into_id IS NULL
  GROUP BY 1, 2, 3, 4;
END
$$;

DROP INDEX "lead_list_company";
CREATE INDEX "lead_list_company" ON "lead" (company_sort, id);
CREATE INDEX "lead_city" ON "lead" (city, registered_at, id);
CREATE INDEX "lead_list_city" ON "lead" (city_sort, id);
CREATE INDEX "lead_list_owner" ON "lead" (owner_sort, id);
CREATE INDEX "lead_list_volume" ON "lead" (estimated_volume, id);
CREATE INDEX "lead_list_activity" ON "lead" (last_activity_at, id);
CREATE INDEX "lead_list_postal_code" ON "lead" (postal_code text_pattern_ops, registered_at, id);
CREATE INDEX "lead_list_tags" ON "lead" USING gin (tags);
CREATE INDEX "lead_list_grace" ON "lead" (progress_deadline, id) WHERE status = 'ACTIVE';
CREATE INDEX "lead_list_warned" ON "lead" (warned_at, id) WHERE status = 'ACTIVE' AND warned_at IS NOT NULL;
