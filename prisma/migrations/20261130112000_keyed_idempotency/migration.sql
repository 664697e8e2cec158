-- From now on the hash of a request is made with its idempotency key, of which a hash alone is stored. Those of before
-- can be guessed at and cannot be made anew.

ALTER TABLE "idempotency_key" NO FORCE ROW LEVEL SECURITY;
DELETE FROM "idempotency_key";
ALTER TABLE "idempotency_key" FORCE ROW LEVEL SECURITY;
