-- AlterTable
ALTER TABLE "job_run" ADD COLUMN "position" UUID;
