-- What verbs that change something answered, for requests that come again with the same idempotency key.
ALTER TABLE "idempotency_key" ADD COLUMN "answer" TEXT;
