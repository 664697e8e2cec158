-- An event as the programs take it: one array, because keys would be most of its bytes.
CREATE FUNCTION "event_json"(event "domain_event") RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_array(event.id, event.position, event.type, event.version,
    (extract(epoch FROM event.occurred_at) * 1000)::bigint, event.actor_id, event.lead_id, event.owner_id,
    event.territory, event.payload)
$$;

-- As before, and it also tells what it has numbered, unless that is more than so many: then nobody needs to read the log
-- again in the process that numbered it.
DROP FUNCTION "number_events"(int);
CREATE FUNCTION "number_events"(batch_size int, told int, OUT numbered int, OUT last_numbered bigint, OUT log_epoch text,
  OUT log_first bigint, OUT events text)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  -- Held by whichever replica is numbering events: 'LWsq' in ASCII. Never to be used for something else.
  IF NOT pg_try_advisory_xact_lock(x'4c577371'::bigint) THEN
    RETURN; -- with NULL
  END IF;
  WITH batch AS MATERIALIZED (
    SELECT id, row_number() OVER (ORDER BY seq) AS nth
    FROM (
      SELECT id, seq FROM domain_event WHERE position IS NULL ORDER BY seq LIMIT batch_size
    ) AS pending
  ), total AS MATERIALIZED (
    SELECT count(*) AS events FROM batch
  ), counter AS (
    UPDATE event_log SET last_position = event_log.last_position + total.events
    FROM total
    WHERE event_log.id = 1 AND total.events > 0
    RETURNING event_log.epoch, event_log.first_position, event_log.last_position,
      event_log.last_position - total.events AS before
  ), stamped AS (
    UPDATE domain_event AS event SET position = counter.before + batch.nth
    FROM batch, counter
    WHERE event.id = batch.id
    RETURNING event.position, CASE WHEN (SELECT total.events FROM total) <= told THEN event_json(event) END AS json
  )
  SELECT
    (SELECT count(*) FROM stamped), counter.last_position, counter.epoch, counter.first_position,
    CASE WHEN total.events <= told THEN (SELECT json_agg(stamped.json ORDER BY stamped.position) FROM stamped) END
  FROM total LEFT JOIN counter ON true
  INTO numbered, last_numbered, log_epoch, log_first, events;
END
$$;
