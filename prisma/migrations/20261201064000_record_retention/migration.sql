-- The nightly job `record-retention` clears away what is over. Rows that hang on a hand-over go with it.
GRANT DELETE ON "outbox_email", "job_run", "hand_over", "conflict" TO leadwarden_jobs;
