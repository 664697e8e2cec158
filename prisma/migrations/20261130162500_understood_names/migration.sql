-- Written by hand: names, cities and contacts are understood before they are compared; what indexes find are candidates.
-- match_key is from now on the name alone, by which the installation tells how common it is.
ALTER TABLE "lead" ADD COLUMN "candidate_keys" INTEGER[] NOT NULL DEFAULT '{}';
ALTER TABLE "lead" ADD COLUMN "website_domain" TEXT;
ALTER TABLE "lead" ADD COLUMN "matching_version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "contact" ADD COLUMN "email_domain" TEXT;
ALTER TABLE "contact" ADD COLUMN "switchboard" TEXT;

DROP INDEX "lead_website";
CREATE INDEX "lead_website_domain" ON "lead" (website_domain) WHERE website_domain IS NOT NULL;
CREATE INDEX "lead_candidate_keys" ON "lead" USING gin (candidate_keys);
-- Leads whose keys an earlier version made, or none.
CREATE INDEX "lead_matching_version" ON "lead" (matching_version, id);
CREATE INDEX "contact_email_domain" ON "contact" (email_domain) WHERE email_domain IS NOT NULL;
CREATE INDEX "contact_switchboard" ON "contact" (switchboard) WHERE switchboard IS NOT NULL;

GRANT SELECT (candidate_keys, website_domain) ON "lead" TO leadwarden_lookup;
GRANT SELECT (email_domain, switchboard) ON "contact" TO leadwarden_lookup;

-- What is derived of personal data is personal data.
DROP TRIGGER "personal_data_clears_the_mark" ON "lead";
CREATE TRIGGER "personal_data_clears_the_mark" AFTER UPDATE OF notes, website, website_domain, vat_id, tags ON "lead" FOR EACH ROW
  WHEN (NEW.pseudonymized_at IS NOT NULL)
  EXECUTE FUNCTION "personal_data_clears_the_mark"('id', 'notes', 'website', 'website_domain', 'vat_id', 'tags');
DROP TRIGGER "personal_data_clears_the_mark" ON "contact";
CREATE TRIGGER "personal_data_clears_the_mark" AFTER INSERT OR UPDATE ON "contact" FOR EACH ROW
  EXECUTE FUNCTION "personal_data_clears_the_mark"(
    'lead_id', 'name', 'email', 'phone', 'role', 'email_key', 'phone_key', 'email_domain', 'switchboard');
