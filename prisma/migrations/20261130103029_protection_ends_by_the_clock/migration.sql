-- Whether a company is protected depends on the instant, for those who look past what an actor sees as well.
GRANT SELECT (expires_at) ON "lead" TO leadwarden_lookup;
