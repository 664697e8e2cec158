-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "territory" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" UUID NOT NULL,
    "company_name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "postal_code" TEXT,
    "country" TEXT NOT NULL DEFAULT 'DE',
    "business_type" TEXT,
    "stage" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "source" TEXT,
    "website" TEXT,
    "vat_id" TEXT,
    "estimated_volume" DECIMAL(14,2),
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "notes" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "territory" TEXT,
    "owner_id" UUID,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "pseudonymized_at" TIMESTAMPTZ(3),
    "import_key" TEXT,
    "search_text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "assigned_at" TIMESTAMPTZ(3),
    "progress_anchor" TIMESTAMPTZ(3),
    "warning_due_at" TIMESTAMPTZ(3),
    "progress_deadline" TIMESTAMPTZ(3),
    "warned_at" TIMESTAMPTZ(3),
    "grace_ends_at" TIMESTAMPTZ(3),
    "base_ends_at" TIMESTAMPTZ(3),
    "base_reminder_due_at" TIMESTAMPTZ(3),
    "base_reminded_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "on_hold" BOOLEAN NOT NULL DEFAULT false,
    "hold_changes_at" TIMESTAMPTZ(3),
    "hold_intervals" JSONB NOT NULL DEFAULT '[]',
    "policy_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ownership" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "backdate_reason" TEXT,

    CONSTRAINT "ownership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "role" TEXT,
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "email_key" TEXT,
    "phone_key" TEXT,
    "email_tombstone" TEXT,
    "phone_tombstone" TEXT,
    "key_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "ownership_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "performed_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "ownership_id" UUID NOT NULL,
    "started_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "ownership_id" UUID,
    "recipient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'EMAIL',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'REQUESTED',
    "expected_ship_at" TIMESTAMPTZ(3),
    "shipped_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "feedback_at" TIMESTAMPTZ(3),
    "tracking_code" TEXT,
    "feedback_token_hash" TEXT,
    "feedback_token_expires_at" TIMESTAMPTZ(3),
    "feedback_name" TEXT,
    "delay_hold_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample_item" (
    "id" UUID NOT NULL,
    "sample_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "outcome" TEXT,
    "rating" INTEGER,
    "comment" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sample_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension_request" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "ownership_id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "months" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "extension_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_job" (
    "id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "content" BYTEA,
    "options" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "encoding" TEXT,
    "total_rows" INTEGER,
    "processed_rows" INTEGER NOT NULL DEFAULT 0,
    "created_rows" INTEGER NOT NULL DEFAULT 0,
    "duplicate_rows" INTEGER NOT NULL DEFAULT 0,
    "rejected_rows" INTEGER NOT NULL DEFAULT 0,
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "lease_token" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "lead_id" UUID,
    "duplicate_of_lead_id" UUID,
    "duplicate_of_line" INTEGER,
    "problems" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "position" BIGINT,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "lead_id" UUID,
    "owner_id" UUID,
    "territory" TEXT,
    "payload" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_log" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" TEXT NOT NULL,
    "last_position" BIGINT NOT NULL DEFAULT 0,
    "first_position" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "event_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_email" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "lead_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "message_id" TEXT NOT NULL,
    "subject" TEXT,
    "text_body" TEXT,
    "html_body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_email_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'RUNNING',
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "processed" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "requested_by_id" UUID,
    "lease_token" INTEGER NOT NULL DEFAULT 1,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "request_id" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "lead_id" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT 'GLOBAL',
    "scope_key" TEXT NOT NULL DEFAULT '',
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key","scope","scope_key")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "result_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","verb","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "lead_import_key_key" ON "lead"("import_key");

-- CreateIndex
CREATE INDEX "ownership_lead_id_assigned_at_idx" ON "ownership"("lead_id", "assigned_at");

-- CreateIndex
CREATE INDEX "ownership_owner_id_assigned_at_idx" ON "ownership"("owner_id", "assigned_at");

-- CreateIndex
CREATE INDEX "contact_lead_id_idx" ON "contact"("lead_id");

-- CreateIndex
CREATE INDEX "contact_email_key_idx" ON "contact"("email_key");

-- CreateIndex
CREATE INDEX "contact_phone_key_idx" ON "contact"("phone_key");

-- CreateIndex
CREATE INDEX "contact_email_tombstone_idx" ON "contact"("email_tombstone");

-- CreateIndex
CREATE INDEX "contact_phone_tombstone_idx" ON "contact"("phone_tombstone");

-- CreateIndex
CREATE INDEX "activity_lead_id_performed_at_id_idx" ON "activity"("lead_id", "performed_at", "id");

-- CreateIndex
CREATE INDEX "activity_ownership_id_idx" ON "activity"("ownership_id");

-- CreateIndex
CREATE INDEX "activity_performed_at_id_idx" ON "activity"("performed_at", "id");

-- CreateIndex
CREATE INDEX "activity_author_id_performed_at_id_idx" ON "activity"("author_id", "performed_at", "id");

-- CreateIndex
CREATE INDEX "hold_lead_id_start_at_id_idx" ON "hold"("lead_id", "start_at", "id");

-- CreateIndex
CREATE INDEX "hold_ownership_id_idx" ON "hold"("ownership_id");

-- CreateIndex
CREATE INDEX "hold_start_at_id_idx" ON "hold"("start_at", "id");

-- CreateIndex
CREATE INDEX "hold_end_at_idx" ON "hold"("end_at");

-- CreateIndex
CREATE INDEX "reminder_ownership_id_idx" ON "reminder"("ownership_id");

-- CreateIndex
CREATE INDEX "reminder_recipient_id_due_at_id_idx" ON "reminder"("recipient_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "reminder_due_at_id_idx" ON "reminder"("due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_lead_id_kind_window_start_key" ON "reminder"("lead_id", "kind", "window_start");

-- CreateIndex
CREATE UNIQUE INDEX "sample_feedback_token_hash_key" ON "sample"("feedback_token_hash");

-- CreateIndex
CREATE INDEX "sample_lead_id_created_at_id_idx" ON "sample"("lead_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "sample_created_at_id_idx" ON "sample"("created_at", "id");

-- CreateIndex
CREATE INDEX "sample_status_created_at_id_idx" ON "sample"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "sample_item_sample_id_position_idx" ON "sample_item"("sample_id", "position");

-- CreateIndex
CREATE INDEX "extension_request_lead_id_created_at_id_idx" ON "extension_request"("lead_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "extension_request_ownership_id_idx" ON "extension_request"("ownership_id");

-- CreateIndex
CREATE INDEX "extension_request_created_at_id_idx" ON "extension_request"("created_at", "id");

-- CreateIndex
CREATE INDEX "import_job_created_at_id_idx" ON "import_job"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "import_job_created_by_id_content_hash_key" ON "import_job"("created_by_id", "content_hash");

-- CreateIndex
CREATE INDEX "import_row_lead_id_idx" ON "import_row"("lead_id");

-- CreateIndex
CREATE INDEX "import_row_duplicate_of_lead_id_idx" ON "import_row"("duplicate_of_lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_row_import_id_line_key" ON "import_row"("import_id", "line");

-- CreateIndex
CREATE UNIQUE INDEX "domain_event_position_key" ON "domain_event"("position");

-- CreateIndex
CREATE INDEX "domain_event_lead_id_seq_idx" ON "domain_event"("lead_id", "seq");

-- CreateIndex
CREATE INDEX "domain_event_owner_id_position_idx" ON "domain_event"("owner_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_email_dedupe_key_key" ON "outbox_email"("dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_email_message_id_key" ON "outbox_email"("message_id");

-- CreateIndex
CREATE INDEX "outbox_email_lead_id_idx" ON "outbox_email"("lead_id");

-- CreateIndex
CREATE INDEX "outbox_email_created_at_id_idx" ON "outbox_email"("created_at", "id");

-- CreateIndex
CREATE INDEX "outbox_email_recipient_created_at_id_idx" ON "outbox_email"("recipient", "created_at", "id");

-- CreateIndex
CREATE INDEX "job_run_started_at_id_idx" ON "job_run"("started_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "job_run_job_slot_key" ON "job_run"("job", "slot");

-- CreateIndex
CREATE INDEX "audit_entry_lead_id_occurred_at_id_idx" ON "audit_entry"("lead_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_occurred_at_id_idx" ON "audit_entry"("occurred_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_occurred_at_id_idx" ON "audit_entry"("actor_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_action_occurred_at_id_idx" ON "audit_entry"("action", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "idempotency_key_result_id_idx" ON "idempotency_key"("result_id");

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_ownership_id_fkey" FOREIGN KEY ("ownership_id") REFERENCES "ownership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_ownership_id_fkey" FOREIGN KEY ("ownership_id") REFERENCES "ownership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_ownership_id_fkey" FOREIGN KEY ("ownership_id") REFERENCES "ownership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample_item" ADD CONSTRAINT "sample_item_sample_id_fkey" FOREIGN KEY ("sample_id") REFERENCES "sample"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_ownership_id_fkey" FOREIGN KEY ("ownership_id") REFERENCES "ownership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "domain_event" ADD CONSTRAINT "domain_event_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "domain_event" ADD CONSTRAINT "domain_event_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma cannot express. Indexes below are not named `…_idx` or `…_key`: that is how
-- src/db/author-migration.ts tells them from its own.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Legal values

ALTER TABLE "user_account"
  ADD CONSTRAINT "user_account_role_check"
    CHECK (role IN ('REP', 'MANAGER', 'ADMIN', 'AUDITOR', 'WALLBOARD', 'SERVICE')),
  ADD CONSTRAINT "user_account_locale_check" CHECK (locale IN ('de', 'en'));

ALTER TABLE "lead"
  ADD CONSTRAINT "lead_company_name_check" CHECK (btrim(company_name) <> ''),
  ADD CONSTRAINT "lead_city_check" CHECK (btrim(city) <> ''),
  ADD CONSTRAINT "lead_stage_check" CHECK (stage IN ('PRE_REGISTRATION', 'REGISTERED', 'QUALIFIED')),
  ADD CONSTRAINT "lead_status_check"
    CHECK (status IN ('ACTIVE', 'EXPIRED', 'RELEASED', 'CONVERTED', 'LOST')),
  ADD CONSTRAINT "lead_active_owner_check" CHECK ((status = 'ACTIVE') = (owner_id IS NOT NULL)),
  ADD CONSTRAINT "lead_active_ended_check" CHECK ((status = 'ACTIVE') = (ended_at IS NULL)),
  ADD CONSTRAINT "lead_end_reason_check" CHECK (
    CASE status
      WHEN 'ACTIVE' THEN end_reason IS NULL
      WHEN 'EXPIRED' THEN coalesce(end_reason IN ('NO_PROGRESS', 'BASE_PERIOD_ENDED'), false)
      ELSE coalesce(end_reason = status, false)
    END
  ),
  ADD CONSTRAINT "lead_estimated_volume_check" CHECK (estimated_volume >= 0),
  ADD CONSTRAINT "lead_version_check" CHECK (version > 0),
  ADD CONSTRAINT "lead_hold_intervals_check" CHECK (jsonb_typeof(hold_intervals) = 'array');

ALTER TABLE "ownership"
  ADD CONSTRAINT "ownership_end_reason_check" CHECK (
    end_reason IN ('NO_PROGRESS', 'BASE_PERIOD_ENDED', 'RELEASED', 'REASSIGNED', 'CONVERTED', 'LOST')
  ),
  ADD CONSTRAINT "ownership_ended_check" CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  ADD CONSTRAINT "ownership_interval_check" CHECK (ended_at >= assigned_at);

ALTER TABLE "contact"
  ADD CONSTRAINT "contact_tombstone_check" CHECK (
    (email_tombstone IS NULL AND phone_tombstone IS NULL) OR key_version IS NOT NULL
  );

ALTER TABLE "activity"
  ADD CONSTRAINT "activity_kind_check" CHECK (
    kind IN (
      'QUALIFIED_CALL', 'CUSTOMER_REACTION', 'SCHEDULED_FOLLOWUP', 'SAMPLE_FEEDBACK', 'ROI_PRESENTATION',
      'MEETING', 'DEMO', 'SAMPLE_SENT', 'OFFER', 'ORDER', 'EMAIL', 'CALL_ATTEMPT', 'NOTE'
    )
  ),
  ADD CONSTRAINT "activity_void_check" CHECK (void_reason IS NULL OR voided_at IS NOT NULL),
  ADD CONSTRAINT "activity_version_check" CHECK (version > 0);

ALTER TABLE "hold"
  ADD CONSTRAINT "hold_reason_check" CHECK (
    reason IN ('PRICE_APPROVAL', 'SAMPLE_DELAY', 'SUPPLY_ISSUE', 'CUSTOMER_BLOCKED', 'OTHER')
  ),
  ADD CONSTRAINT "hold_other_text_check" CHECK (reason <> 'OTHER' OR btrim(coalesce(text, '')) <> ''),
  ADD CONSTRAINT "hold_interval_check" CHECK (end_at > start_at),
  ADD CONSTRAINT "hold_void_check" CHECK (void_reason IS NULL OR voided_at IS NOT NULL);

ALTER TABLE "reminder"
  ADD CONSTRAINT "reminder_kind_check" CHECK (
    kind IN ('PROGRESS_WARNING', 'BASE_PERIOD_ENDING', 'FOLLOW_UP', 'EXTENSION_PENDING', 'SAMPLE_FEEDBACK_DUE')
  ),
  ADD CONSTRAINT "reminder_channel_check" CHECK (channel IN ('EMAIL', 'IN_APP'));

ALTER TABLE "sample"
  ADD CONSTRAINT "sample_status_check" CHECK (
    status IN (
      'REQUESTED', 'APPROVED', 'SHIPPED', 'DELIVERED', 'TESTING', 'FEEDBACK_RECEIVED', 'CANCELLED', 'LOST'
    )
  ),
  ADD CONSTRAINT "sample_feedback_token_check" CHECK (
    feedback_token_hash IS NULL OR feedback_token_expires_at IS NOT NULL
  ),
  ADD CONSTRAINT "sample_version_check" CHECK (version > 0);

ALTER TABLE "sample_item"
  ADD CONSTRAINT "sample_item_quantity_check" CHECK (quantity > 0),
  ADD CONSTRAINT "sample_item_outcome_check" CHECK (outcome IN ('SUCCESS', 'MIXED', 'FAIL')),
  ADD CONSTRAINT "sample_item_rating_check" CHECK (rating BETWEEN 1 AND 5);

ALTER TABLE "extension_request"
  ADD CONSTRAINT "extension_request_months_check" CHECK (months > 0),
  ADD CONSTRAINT "extension_request_status_check" CHECK (status IN ('OPEN', 'APPROVED', 'REJECTED')),
  ADD CONSTRAINT "extension_request_decided_check" CHECK ((status = 'OPEN') = (decided_at IS NULL));

ALTER TABLE "import_job"
  ADD CONSTRAINT "import_job_status_check" CHECK (status IN ('PENDING', 'RUNNING', 'FINISHED', 'FAILED')),
  ADD CONSTRAINT "import_job_finished_check"
    CHECK ((status IN ('PENDING', 'RUNNING')) = (finished_at IS NULL)),
  ADD CONSTRAINT "import_job_rows_check" CHECK (
    total_rows >= 0 AND processed_rows >= 0 AND created_rows >= 0 AND duplicate_rows >= 0 AND rejected_rows >= 0
  ),
  ADD CONSTRAINT "import_job_warnings_check" CHECK (jsonb_typeof(warnings) = 'array');

ALTER TABLE "import_row"
  ADD CONSTRAINT "import_row_line_check" CHECK (line > 0),
  ADD CONSTRAINT "import_row_outcome_check" CHECK (outcome IN ('CREATED', 'DUPLICATE', 'REJECTED')),
  ADD CONSTRAINT "import_row_problems_check" CHECK (jsonb_typeof(problems) = 'array');

ALTER TABLE "domain_event"
  ADD CONSTRAINT "domain_event_position_check" CHECK (position > 0),
  ADD CONSTRAINT "domain_event_version_check" CHECK (version > 0);

ALTER TABLE "event_log"
  ADD CONSTRAINT "event_log_single_row_check" CHECK (id = 1),
  ADD CONSTRAINT "event_log_positions_check"
    CHECK (first_position >= 1 AND last_position >= first_position - 1);

ALTER TABLE "outbox_email"
  ADD CONSTRAINT "outbox_email_status_check" CHECK (status IN ('PENDING', 'SENT', 'DEAD', 'DISCARDED')),
  ADD CONSTRAINT "outbox_email_locale_check" CHECK (locale IN ('de', 'en')),
  ADD CONSTRAINT "outbox_email_sent_check" CHECK ((status = 'SENT') = (sent_at IS NOT NULL)),
  ADD CONSTRAINT "outbox_email_attempts_check" CHECK (attempts >= 0);

ALTER TABLE "job_run"
  ADD CONSTRAINT "job_run_trigger_check" CHECK (trigger IN ('SCHEDULE', 'CATCH_UP', 'MANUAL')),
  ADD CONSTRAINT "job_run_status_check" CHECK (status IN ('RUNNING', 'SUCCEEDED', 'FAILED')),
  ADD CONSTRAINT "job_run_finished_check" CHECK ((status = 'RUNNING') = (finished_at IS NULL)),
  ADD CONSTRAINT "job_run_rows_check" CHECK (processed >= 0 AND failed >= 0);

ALTER TABLE "setting"
  ADD CONSTRAINT "setting_scope_check" CHECK (scope IN ('GLOBAL', 'BUSINESS_TYPE', 'USER')),
  ADD CONSTRAINT "setting_scope_key_check" CHECK ((scope = 'GLOBAL') = (scope_key = '')),
  ADD CONSTRAINT "setting_version_check" CHECK (version > 0);

ALTER TABLE "policy_version"
  ADD CONSTRAINT "policy_version_version_check" CHECK (version > 0);

-- Who came first is decided here, never by reading before writing

CREATE UNIQUE INDEX "ownership_one_current" ON "ownership" (lead_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX "extension_request_one_open" ON "extension_request" (lead_id) WHERE status = 'OPEN';
CREATE UNIQUE INDEX "contact_one_primary" ON "contact" (lead_id) WHERE "primary";

-- What the jobs scan

CREATE INDEX "lead_job_warning" ON "lead" (warning_due_at, id) WHERE status = 'ACTIVE' AND warned_at IS NULL;
CREATE INDEX "lead_job_base_reminder" ON "lead" (base_reminder_due_at, id)
  WHERE status = 'ACTIVE' AND base_reminded_at IS NULL;
CREATE INDEX "lead_job_expiry" ON "lead" (expires_at, id) WHERE status = 'ACTIVE';
CREATE INDEX "lead_job_pseudonymize_ended" ON "lead" (ended_at, id)
  WHERE status IN ('EXPIRED', 'RELEASED', 'LOST') AND pseudonymized_at IS NULL;
CREATE INDEX "lead_job_pseudonymize_untouched" ON "lead" (updated_at, id)
  WHERE stage = 'PRE_REGISTRATION' AND status = 'ACTIVE' AND pseudonymized_at IS NULL;
CREATE INDEX "lead_job_hold_change" ON "lead" (hold_changes_at, id)
  WHERE status = 'ACTIVE' AND hold_changes_at IS NOT NULL;
CREATE INDEX "reminder_job_unsent" ON "reminder" (due_at, id) WHERE sent_at IS NULL;
CREATE INDEX "domain_event_unsequenced" ON "domain_event" (seq) WHERE position IS NULL;
CREATE INDEX "outbox_email_pending" ON "outbox_email" (next_attempt_at, id) WHERE status = 'PENDING';
CREATE INDEX "job_run_running" ON "job_run" (job, slot) WHERE status = 'RUNNING';
CREATE INDEX "import_job_unfinished" ON "import_job" (created_at, id) WHERE status IN ('PENDING', 'RUNNING');
CREATE INDEX "import_job_finished" ON "import_job" (finished_at, id) WHERE finished_at IS NOT NULL;
CREATE INDEX "import_job_archived" ON "import_job" (archived_at, id) WHERE archived_at IS NOT NULL;

-- The few that somebody asks for among the many

CREATE INDEX "import_job_failed" ON "import_job" (created_at, id) WHERE status = 'FAILED';
CREATE INDEX "outbox_email_unsent" ON "outbox_email" (created_at, id) WHERE status <> 'SENT';

-- Lists of leads, each read by (sort key, id)

CREATE INDEX "lead_list_registered" ON "lead" (registered_at, id);
CREATE INDEX "lead_list_owner_registered" ON "lead" (owner_id, registered_at, id);
CREATE INDEX "lead_list_owner_expires" ON "lead" (owner_id, expires_at, id);
CREATE INDEX "lead_list_expires" ON "lead" (expires_at, id);
CREATE INDEX "lead_list_company" ON "lead" (company_name, id);
CREATE INDEX "lead_list_status_registered" ON "lead" (status, registered_at, id);
CREATE INDEX "lead_list_territory_registered" ON "lead" (territory, registered_at, id);
CREATE INDEX "lead_list_progress_deadline" ON "lead" (progress_deadline, id);
CREATE INDEX "lead_list_pool" ON "lead" (ended_at, id) WHERE status IN ('EXPIRED', 'RELEASED');
CREATE INDEX "lead_website" ON "lead" (website) WHERE status = 'ACTIVE' AND website IS NOT NULL;
CREATE INDEX "lead_search" ON "lead" USING gin (search_text gin_trgm_ops);

-- The audit trail only grows. Pseudonymisation may blank the values; who, what and when stay.

CREATE FUNCTION "audit_entry_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'The audit trail is append-only: entry % cannot be deleted.', OLD.id;
  END IF;
  IF (to_jsonb(OLD) - 'before' - 'after') IS DISTINCT FROM (to_jsonb(NEW) - 'before' - 'after') THEN
    RAISE EXCEPTION 'The audit trail is append-only: of entry % only before and after may be blanked.', OLD.id;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "audit_entry_is_append_only"();

-- The one row of the event log

INSERT INTO "event_log" (id, epoch) VALUES (1, gen_random_uuid()::text);
