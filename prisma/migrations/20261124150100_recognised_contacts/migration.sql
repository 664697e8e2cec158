-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "former_lead_id" UUID;

-- CreateTable
CREATE TABLE "pseudonym_key_mark" (
    "version" INTEGER NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "pseudonym_key_mark_pkey" PRIMARY KEY ("version")
);
