-- AlterTable
ALTER TABLE "lead" ADD COLUMN "match_key" TEXT;

-- The import key is the same key. Other leads get theirs with their next change: before the first release there are none.
UPDATE "lead" SET match_key = coalesce(import_key, search_text);

ALTER TABLE "lead" ALTER COLUMN "match_key" SET NOT NULL;

CREATE INDEX "lead_match" ON "lead" (match_key) WHERE status = 'ACTIVE';
