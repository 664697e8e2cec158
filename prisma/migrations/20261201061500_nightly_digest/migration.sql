-- The digest holds more than warnings.
ALTER TABLE "setting" NO FORCE ROW LEVEL SECURITY;
UPDATE "setting" SET key = 'mail.nightlyDigest' WHERE key = 'mail.warningDigest';
ALTER TABLE "setting" FORCE ROW LEVEL SECURITY;
ALTER TABLE "scheduled_setting" NO FORCE ROW LEVEL SECURITY;
UPDATE "scheduled_setting" SET key = 'mail.nightlyDigest' WHERE key = 'mail.warningDigest';
ALTER TABLE "scheduled_setting" FORCE ROW LEVEL SECURITY;
