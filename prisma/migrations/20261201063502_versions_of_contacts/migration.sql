-- Two people who change a contact at once are told of each other.
ALTER TABLE "contact" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
