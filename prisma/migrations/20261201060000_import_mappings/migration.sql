-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "header_hash" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_user_id_header_hash_key" ON "import_mapping"("user_id", "header_hash");

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma cannot express.

ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_header_hash_check" CHECK (header_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE "import_mapping" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_mapping" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "import_mapping"
  TO leadwarden_none, leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin,
    leadwarden_auditor, leadwarden_wallboard, leadwarden_service, leadwarden_jobs;
GRANT INSERT, UPDATE, DELETE ON "import_mapping"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin;
-- Each their own; a program works in the role of a manager.
CREATE POLICY "own" ON "import_mapping"
  TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin
  USING (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid))
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
