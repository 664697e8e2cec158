-- By which a browser that has answered is told so again: a digest of the link's token and of what the browser keeps.
ALTER TABLE "sample" ADD COLUMN "feedback_receipt_hash" TEXT;

CREATE UNIQUE INDEX "sample_feedback_receipt_hash_key" ON "sample"("feedback_receipt_hash");
