-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "customer_names" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_entry" (
    "feed_id" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("feed_id","uid")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_user_id_created_at_id_idx" ON "calendar_feed"("user_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "calendar_feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma cannot express.

ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_token_hash_check" CHECK (token_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_sequence_check" CHECK (sequence >= 0);

ALTER TABLE "calendar_feed" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "calendar_feed" FORCE ROW LEVEL SECURITY;
-- Only the system compares secrets.
GRANT SELECT ON "calendar_feed" TO leadwarden_none, leadwarden_jobs;
GRANT SELECT (id, user_id, name, customer_names, created_at, revoked_at, last_used_at) ON "calendar_feed"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service;
GRANT INSERT, UPDATE (revoked_at) ON "calendar_feed"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin;
GRANT UPDATE (last_used_at) ON "calendar_feed" TO leadwarden_jobs;
CREATE POLICY "jobs" ON "calendar_feed" TO leadwarden_jobs USING (true) WITH CHECK (true);
-- Each their own; admins revoke those of others.
CREATE POLICY "own" ON "calendar_feed"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager
  USING (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid))
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "admin" ON "calendar_feed" TO leadwarden_admin USING (true) WITH CHECK (true);

ALTER TABLE "calendar_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "calendar_entry" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "calendar_entry" TO leadwarden_none;
GRANT SELECT, INSERT, UPDATE, DELETE ON "calendar_entry" TO leadwarden_jobs;
CREATE POLICY "jobs" ON "calendar_entry" TO leadwarden_jobs USING (true) WITH CHECK (true);
