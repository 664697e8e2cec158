-- Numbers pending events, at most so many of them, in one round trip. Its statements see what was committed before each:
-- whoever gets the lock sees what the one before has numbered, as long as the function stays VOLATILE.
CREATE FUNCTION "number_events"(batch_size int, OUT numbered int, OUT last_numbered bigint)
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
    RETURNING event_log.last_position, event_log.last_position - total.events AS before
  ), stamped AS (
    UPDATE domain_event SET position = counter.before + batch.nth
    FROM batch, counter
    WHERE domain_event.id = batch.id
    RETURNING domain_event.id
  )
  SELECT (SELECT count(*) FROM stamped), (SELECT counter.last_position FROM counter)
  INTO numbered, last_numbered;
END
$$;
