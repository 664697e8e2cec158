-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "lead_id" UUID,
    "owner_id" UUID,
    "actor_id" UUID,
    "territory" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "subject_id" UUID,
    "identity" JSONB,
    "policy_version" INTEGER NOT NULL,
    "matching_rule" INTEGER NOT NULL,
    "leaf_index" BIGINT,
    "jws" TEXT,
    "disclosures" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_log" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "origin" TEXT NOT NULL,
    "leaves" BIGINT NOT NULL DEFAULT 0,
    "sealed" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "receipt_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_tile" (
    "level" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "hashes" BYTEA NOT NULL,

    CONSTRAINT "receipt_tile_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "receipt_key" (
    "kid" TEXT NOT NULL,
    "x" TEXT NOT NULL,
    "first_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "receipt_checkpoint" (
    "size" BIGINT NOT NULL,
    "note" TEXT NOT NULL,
    "kid" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "token" BYTEA,
    "stamped_at" TIMESTAMPTZ(3),

    CONSTRAINT "receipt_checkpoint_pkey" PRIMARY KEY ("size")
);

-- CreateIndex
CREATE UNIQUE INDEX "receipt_leaf_index_key" ON "receipt"("leaf_index");

-- CreateIndex
CREATE INDEX "receipt_lead_id_occurred_at_id_idx" ON "receipt"("lead_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "receipt_owner_id_occurred_at_id_idx" ON "receipt"("owner_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "receipt_territory_occurred_at_id_idx" ON "receipt"("territory", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "receipt_checkpoint_signed_at_idx" ON "receipt_checkpoint"("signed_at");

-- AddForeignKey
-- The check of a new foreign key is a query, and an owner who is no superuser may be bound by all policies at once.
ALTER TABLE "lead" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead" FORCE ROW LEVEL SECURITY;

-- Written by hand from here on: what Prisma cannot express.

INSERT INTO "receipt_log" (id, origin) VALUES (1, 'leadwarden/receipts/' || gen_random_uuid());

ALTER TABLE "receipt"
  ADD CONSTRAINT "receipt_kind_check" CHECK (kind IN ('LEAD_REGISTERED', 'REGISTRATION_REFUSED', 'LEAD_CLAIMED',
    'LEAD_REASSIGNED', 'LEAD_REOPENED', 'LEAD_RELEASED', 'LEAD_CONVERTED', 'LEAD_LOST', 'HOLD_STARTED',
    'HOLD_CONFIRMED', 'HOLD_ENDED', 'HOLD_VOIDED', 'EXTENSION_DECIDED', 'LEAD_PROGRESS_WARNING_ISSUED',
    'WARNING_DELIVERED', 'WARNING_UNDELIVERABLE', 'LEAD_PROTECTION_REMINDER', 'LEAD_PROTECTION_EXPIRED')),
  ADD CONSTRAINT "receipt_signed_check" CHECK ((leaf_index IS NULL) = (jws IS NULL)),
  ADD CONSTRAINT "receipt_leaf_index_check" CHECK (leaf_index >= 0);
ALTER TABLE "receipt_log"
  ADD CONSTRAINT "receipt_log_single_row_check" CHECK (id = 1),
  ADD CONSTRAINT "receipt_log_sealed_check" CHECK (sealed BETWEEN 0 AND leaves);
ALTER TABLE "receipt_tile"
  ADD CONSTRAINT "receipt_tile_hashes_check" CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0);
ALTER TABLE "receipt_checkpoint"
  ADD CONSTRAINT "receipt_checkpoint_size_check" CHECK (size > 0),
  ADD CONSTRAINT "receipt_checkpoint_stamp_check" CHECK ((token IS NULL) = (stamped_at IS NULL));

-- Lists of those who see everything.
CREATE INDEX "receipt_latest" ON "receipt" (occurred_at, id);
CREATE INDEX "receipt_of_subject" ON "receipt" (subject_id) WHERE subject_id IS NOT NULL;
-- Refusals whose companies are still to be forgotten.
CREATE INDEX "receipt_refused" ON "receipt" (occurred_at, id)
  WHERE kind = 'REGISTRATION_REFUSED' AND leaf_index IS NOT NULL AND disclosures <> '{}';
-- Drafts are few: the issuer finds them without a look at the rest.
CREATE INDEX "receipt_unsigned" ON "receipt" (id) WHERE leaf_index IS NULL;

-- The draft of a receipt, in the transaction of its event: with the company as it is named at that moment. A refusal is
-- about no lead; its draft is written with it.
CREATE FUNCTION "event_yields_receipt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO receipt (id, kind, lead_id, owner_id, actor_id, territory, occurred_at, subject_id, identity, policy_version,
    matching_rule)
  SELECT event.id, event.type, event.lead_id, event.owner_id, event.actor_id, event.territory, event.occurred_at,
    coalesce(event.payload ->> 'holdId', event.payload ->> 'requestId', event.payload ->> 'reminderId')::uuid,
    jsonb_build_object('companyName', lead.company_name, 'city', lead.city, 'postalCode', lead.postal_code,
      'country', lead.country),
    lead.policy_version, lead.matching_version
  FROM appended AS event JOIN lead ON lead.id = event.lead_id
  WHERE event.type IN ('LEAD_REGISTERED', 'LEAD_CLAIMED', 'LEAD_REASSIGNED', 'LEAD_REOPENED', 'LEAD_RELEASED',
    'LEAD_CONVERTED', 'LEAD_LOST', 'HOLD_STARTED', 'HOLD_CONFIRMED', 'HOLD_ENDED', 'HOLD_VOIDED', 'EXTENSION_DECIDED',
    'LEAD_PROGRESS_WARNING_ISSUED', 'WARNING_DELIVERED', 'WARNING_UNDELIVERABLE', 'LEAD_PROTECTION_REMINDER',
    'LEAD_PROTECTION_EXPIRED');
  RETURN NULL;
END
$$;
CREATE TRIGGER "event_yields_receipt" AFTER INSERT ON "domain_event" REFERENCING NEW TABLE AS appended
  FOR EACH STATEMENT EXECUTE FUNCTION "event_yields_receipt"();

-- A draft is signed once. What is signed never changes; only the salts and values of its commitments can be forgotten.
CREATE FUNCTION "receipt_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.kind, NEW.lead_id, NEW.owner_id, NEW.actor_id, NEW.territory, NEW.occurred_at, NEW.subject_id,
        NEW.policy_version, NEW.matching_rule) IS NOT DISTINCT FROM
       (OLD.id, OLD.kind, OLD.lead_id, OLD.owner_id, OLD.actor_id, OLD.territory, OLD.occurred_at, OLD.subject_id,
        OLD.policy_version, OLD.matching_rule)
      AND (OLD.leaf_index IS NULL
        OR NEW.leaf_index = OLD.leaf_index AND NEW.jws = OLD.jws AND NEW.identity IS NULL
          AND (NEW.disclosures = '{}' OR NEW.disclosures = OLD.disclosures))
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'A receipt is never changed or taken back.';
END
$$;
CREATE TRIGGER "receipt_append_only" BEFORE UPDATE OR DELETE ON "receipt"
  FOR EACH ROW EXECUTE FUNCTION "receipt_is_append_only"();
CREATE TRIGGER "receipt_not_emptied" BEFORE TRUNCATE ON "receipt"
  FOR EACH STATEMENT EXECUTE FUNCTION "receipt_is_append_only"();

-- Keys are kept for ever, and a checkpoint only gets its stamp.
CREATE FUNCTION "receipt_key_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A key that signed receipts is kept for ever.';
END
$$;
CREATE TRIGGER "receipt_key_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "receipt_key"
  FOR EACH STATEMENT EXECUTE FUNCTION "receipt_key_is_kept"();

CREATE FUNCTION "receipt_checkpoint_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.size, NEW.note, NEW.kid, NEW.signed_at) IS NOT DISTINCT FROM (OLD.size, OLD.note, OLD.kid, OLD.signed_at)
      AND OLD.token IS NULL
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'A checkpoint of the receipts is never changed or taken back.';
END
$$;
CREATE TRIGGER "receipt_checkpoint_kept" BEFORE UPDATE OR DELETE ON "receipt_checkpoint"
  FOR EACH ROW EXECUTE FUNCTION "receipt_checkpoint_is_kept"();
CREATE TRIGGER "receipt_checkpoint_not_emptied" BEFORE TRUNCATE ON "receipt_checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION "receipt_checkpoint_is_kept"();

-- Who may do what: docs/decisions/0004-row-level-security.md.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['receipt', 'receipt_log', 'receipt_tile', 'receipt_key', 'receipt_checkpoint'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_wallboard, leadwarden_service, leadwarden_jobs', name);
    EXECUTE format('CREATE POLICY "jobs" ON %I TO leadwarden_jobs USING (true) WITH CHECK (true)', name);
  END LOOP;
  -- Hashes, checkpoints and keys tell nothing about a lead, but how many receipts there are.
  FOREACH name IN ARRAY ARRAY['receipt_log', 'receipt_tile', 'receipt_key', 'receipt_checkpoint'] LOOP
    EXECUTE format('CREATE POLICY "everybody" ON %I FOR SELECT TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_service USING ((SELECT nullif(current_setting(''app.actor'', true), '''')) IS NOT NULL)', name);
  END LOOP;
END
$$;
GRANT INSERT ON "receipt"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service,
    leadwarden_jobs;
GRANT UPDATE ("identity", "leaf_index", "jws", "disclosures") ON "receipt" TO leadwarden_jobs;
GRANT INSERT, UPDATE ON "receipt_tile" TO leadwarden_jobs;
GRANT UPDATE ("leaves", "sealed") ON "receipt_log" TO leadwarden_jobs;
GRANT INSERT ON "receipt_key", "receipt_checkpoint" TO leadwarden_jobs;
GRANT UPDATE ("token", "stamped_at") ON "receipt_checkpoint" TO leadwarden_jobs;

CREATE POLICY "own" ON "receipt" FOR SELECT TO leadwarden_rep
  USING (owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "territory" ON "receipt" FOR SELECT TO leadwarden_manager
  USING (territory = (SELECT nullif(current_setting('app.territory', true), '')));
CREATE POLICY "everything" ON "receipt" FOR SELECT
  TO leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_service USING (true);
-- Nobody writes a receipt for somebody else, or one that is signed.
CREATE POLICY "draft" ON "receipt" FOR INSERT
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_service
  WITH CHECK (leaf_index IS NULL
    AND (actor_id IS NULL OR actor_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)));

-- A refusal is an event without a lead, for who was refused and the managers of their territory.
CREATE POLICY "no_foreign_refusal" ON "domain_event" AS RESTRICTIVE FOR SELECT TO leadwarden_manager
  USING (type <> 'REGISTRATION_REFUSED'
    OR territory = (SELECT nullif(current_setting('app.territory', true), '')));
