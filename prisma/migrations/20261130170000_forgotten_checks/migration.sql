-- An erasure takes the hashes of the person's addresses and numbers out of what agents asked for.
GRANT UPDATE ("keys") ON "conflict_check" TO leadwarden_jobs;
