-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "types" TEXT[],
    "lead_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "disabled_reason" TEXT,
    "epoch" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_token" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_secret" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "key_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" UUID,
    "position" BIGINT,
    "message_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "aside" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status_code" INTEGER,
    "error" TEXT,
    "response" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_created_at_id_idx" ON "webhook"("created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_user_id_created_at_id_idx" ON "webhook"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_secret_webhook_id_created_at_idx" ON "webhook_secret"("webhook_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_message_id_key" ON "webhook_delivery"("message_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_id_idx" ON "webhook_delivery"("webhook_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_created_at_id_idx" ON "webhook_delivery"("created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_settled_at_id_idx" ON "webhook_delivery"("settled_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_event_id_key" ON "webhook_delivery"("webhook_id", "event_id");

-- CreateIndex
CREATE INDEX "webhook_attempt_delivery_id_started_at_id_idx" ON "webhook_attempt"("delivery_id", "started_at", "id");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
-- The check of a new foreign key is a query, and an owner who is no superuser may be bound by all policies at once.
ALTER TABLE "lead" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "lead" FORCE ROW LEVEL SECURITY;

-- AddForeignKey
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma cannot express.

ALTER TABLE "webhook"
  ADD CONSTRAINT "webhook_name_check" CHECK (btrim(name) <> ''),
  ADD CONSTRAINT "webhook_url_check" CHECK (url ~ '^https?://'),
  ADD CONSTRAINT "webhook_status_check" CHECK (status IN ('ACTIVE', 'PAUSED', 'DISABLED')),
  ADD CONSTRAINT "webhook_disabled_check" CHECK ((status = 'DISABLED') = (disabled_reason IS NOT NULL)),
  ADD CONSTRAINT "webhook_position_check" CHECK (position >= 0),
  ADD CONSTRAINT "webhook_version_check" CHECK (version > 0);

ALTER TABLE "webhook_secret"
  ADD CONSTRAINT "webhook_secret_sealed_check" CHECK (sealed !~ '^whsec_');
-- Whoever rotates at the same moment as somebody else waits, and then makes the other's secret an old one.
CREATE UNIQUE INDEX "webhook_secret_current" ON "webhook_secret" (webhook_id) WHERE expires_at IS NULL;

ALTER TABLE "webhook_delivery"
  ADD CONSTRAINT "webhook_delivery_status_check" CHECK (status IN ('PENDING', 'DELIVERED', 'DEAD', 'CANCELLED')),
  ADD CONSTRAINT "webhook_delivery_settled_check" CHECK ((status = 'PENDING') = (settled_at IS NULL)),
  ADD CONSTRAINT "webhook_delivery_event_check"
    CHECK ((event_id IS NULL) = (position IS NULL) AND (event_id IS NOT NULL OR aside)),
  ADD CONSTRAINT "webhook_delivery_attempts_check" CHECK (attempts >= 0);
CREATE INDEX "webhook_delivery_pending" ON "webhook_delivery" (webhook_id, next_attempt_at) WHERE status = 'PENDING';
CREATE INDEX "webhook_delivery_unhappy" ON "webhook_delivery" (status, created_at, id)
  WHERE status IN ('PENDING', 'DEAD');

ALTER TABLE "webhook_attempt"
  ADD CONSTRAINT "webhook_attempt_duration_check" CHECK (duration_ms >= 0),
  ADD CONSTRAINT "webhook_attempt_size_check" CHECK (length(response) <= 1000 AND length(error) <= 1000);

-- Row-level security: admins manage, auditors read, the system delivers. What is stored of a secret nobody reads but the
-- system, and it can do nothing with it either without the key ring.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook', 'webhook_secret', 'webhook_delivery', 'webhook_attempt'] LOOP
    EXECUTE format($policies$
      ALTER TABLE %1$I ENABLE ROW LEVEL SECURITY;
      ALTER TABLE %1$I FORCE ROW LEVEL SECURITY;
      GRANT SELECT ON %1$I TO leadwarden_none, leadwarden_jobs;
      CREATE POLICY "admin" ON %1$I TO leadwarden_admin USING (true) WITH CHECK (true);
      CREATE POLICY "reader" ON %1$I FOR SELECT TO leadwarden_auditor USING (true);
      CREATE POLICY "jobs" ON %1$I TO leadwarden_jobs USING (true) WITH CHECK (true);
    $policies$, name);
  END LOOP;
END
$$;

GRANT SELECT ON "webhook", "webhook_delivery", "webhook_attempt"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service;
GRANT SELECT (id, webhook_id, key_version, created_at, expires_at) ON "webhook_secret"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
    leadwarden_wallboard, leadwarden_service;
GRANT INSERT, UPDATE, DELETE ON "webhook" TO leadwarden_admin;
GRANT INSERT, UPDATE (expires_at), DELETE ON "webhook_secret" TO leadwarden_admin;
GRANT INSERT, UPDATE ON "webhook_delivery" TO leadwarden_admin;
GRANT UPDATE ON "webhook" TO leadwarden_jobs;
GRANT INSERT, UPDATE, DELETE ON "webhook_delivery" TO leadwarden_jobs;
GRANT INSERT ON "webhook_attempt" TO leadwarden_jobs;

-- Events about endpoints are for those who may read the audit trail, as src/events/may-see.ts has it.

CREATE POLICY "no_webhooks" ON "domain_event" AS RESTRICTIVE FOR SELECT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_wallboard, leadwarden_service
  USING (type NOT IN ('WEBHOOK_CHANGED', 'WEBHOOK_DEAD_LETTERED'));
