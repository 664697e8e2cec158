-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "role_claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "api_token_user_id_created_at_id_idx" ON "api_token"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "api_token_created_at_id_idx" ON "api_token"("created_at", "id");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand from here on

ALTER TABLE "user_account"
  ADD CONSTRAINT "user_account_version_check" CHECK (version > 0);

ALTER TABLE "api_token"
  ADD CONSTRAINT "api_token_name_check" CHECK (btrim(name) <> ''),
  ADD CONSTRAINT "api_token_secret_hash_check" CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "api_token_scopes_check" CHECK (cardinality(scopes) > 0),
  ADD CONSTRAINT "api_token_expires_check" CHECK (expires_at > created_at);

-- Row-level security: admins make and end tokens, auditors see them, the system looks them up. Nobody but the system reads
-- what is stored of a secret.

ALTER TABLE "api_token" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_token" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "api_token" TO leadwarden_none, leadwarden_jobs;
GRANT SELECT (id, user_id, name, scopes, expires_at, revoked_at, last_used_at, created_at, created_by_id) ON "api_token"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service;
GRANT INSERT, UPDATE (revoked_at) ON "api_token" TO leadwarden_admin;
GRANT UPDATE (last_used_at) ON "api_token" TO leadwarden_jobs;
CREATE POLICY "admin" ON "api_token" TO leadwarden_admin USING (true) WITH CHECK (true);
CREATE POLICY "reader" ON "api_token" FOR SELECT TO leadwarden_auditor USING (true);
CREATE POLICY "jobs" ON "api_token" TO leadwarden_jobs USING (true) WITH CHECK (true);

-- Users change: by admins, and in the name of the system where an identity provider says what they may do.

GRANT UPDATE ON "user_account" TO leadwarden_admin, leadwarden_jobs;

-- Events about who may sign in are for those who may read the audit trail, as src/events/may-see.ts has it.

ALTER POLICY "everything" ON "domain_event" TO leadwarden_admin, leadwarden_auditor;
CREATE POLICY "all_but_access" ON "domain_event" FOR SELECT
  TO leadwarden_market_manager, leadwarden_wallboard, leadwarden_service
  USING (type NOT IN ('USER_CREATED', 'USER_CHANGED', 'API_TOKEN_CREATED', 'API_TOKEN_REVOKED'));
ALTER POLICY "territory" ON "domain_event"
  USING (CASE WHEN lead_id IS NULL THEN (SELECT nullif(current_setting('app.territory', true), '')) IS NOT NULL
    ELSE territory = (SELECT nullif(current_setting('app.territory', true), '')) END
    AND type NOT IN ('USER_CREATED', 'USER_CHANGED', 'API_TOKEN_CREATED', 'API_TOKEN_REVOKED'));
