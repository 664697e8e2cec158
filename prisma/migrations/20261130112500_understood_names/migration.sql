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
-- Leads whose keys an earlier version made, or none. A new version of the keys needs this index anew.
CREATE INDEX "lead_to_key" ON "lead" (id) WHERE matching_version <> 1;
CREATE INDEX "contact_email_domain" ON "contact" (email_domain) WHERE email_domain IS NOT NULL;
CREATE INDEX "contact_switchboard" ON "contact" (switchboard) WHERE switchboard IS NOT NULL;

GRANT SELECT (candidate_keys, website_domain) ON "lead" TO leadwarden_lookup;
GRANT SELECT (email_domain, switchboard) ON "contact" TO leadwarden_lookup;
