-- What a manager is told of are the events of a territory, those of some types and those of their own imports: each of
-- the three finds its index, so that a small territory is not looked for in the whole log.

CREATE INDEX "domain_event_territory" ON "domain_event" (territory, position) WHERE territory IS NOT NULL;
CREATE INDEX "domain_event_type" ON "domain_event" (type, position);
