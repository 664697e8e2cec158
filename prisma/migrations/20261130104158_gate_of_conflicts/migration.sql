-- Written by hand: a company is looked up in whatever state its leads are, since a customer keeps others away as well and
-- a former owner may have to wait.
DROP INDEX "lead_match";
CREATE INDEX "lead_match" ON "lead" (match_key);
DROP INDEX "lead_website";
CREATE INDEX "lead_website" ON "lead" (website) WHERE website IS NOT NULL;
CREATE INDEX "lead_former" ON "lead" (former_lead_id) WHERE former_lead_id IS NOT NULL;

GRANT SELECT (former_lead_id) ON "lead" TO leadwarden_lookup;
