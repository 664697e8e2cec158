-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "former_lead_id" UUID;

-- CreateTable
CREATE TABLE "pseudonym_key_mark" (
    "version" INTEGER NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "pseudonym_key_mark_pkey" PRIMARY KEY ("version")
);

-- Written by hand from here on: what Prisma cannot express.

ALTER TABLE "pseudonym_key_mark" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "pseudonym_key_mark" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "pseudonym_key_mark" TO leadwarden_none;
GRANT SELECT, INSERT ON "pseudonym_key_mark" TO leadwarden_jobs;
CREATE POLICY "jobs" ON "pseudonym_key_mark" TO leadwarden_jobs USING (true) WITH CHECK (true);
