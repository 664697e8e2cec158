import { SYSTEM_ACTOR } from '../../domain/actor.js';
import type { EventPayload, EventType, LoggedEvent } from '../../domain/events.js';
import type { Database } from '../db/open.js';
import type { LogState } from './cursor.js';

export interface NextEvents {
  /** State of the log when the events were read. */
  readonly state: LogState;
  /** The events that follow, without a gap, up to the limit. */
  readonly events: LoggedEvent[];
}

/** The state of the log and its new events in one statement, because every process polls it all the time. */
const NEXT_EVENTS = `/* log */ SELECT epoch, first_position::text AS "firstPosition", last_position::text AS "lastPosition",
    CASE WHEN last_position > $1::bigint THEN (
      SELECT json_agg(json ORDER BY position)
      FROM (
        SELECT position, event_json(event) AS json
        FROM domain_event AS event WHERE position > $1::bigint AND position <= last_position
        ORDER BY position LIMIT $2::int
      ) AS next
    ) END::text AS events
  FROM event_log WHERE id = 1`;

/** The state of the log, and events of it in the form of the database's `event_json`. */
export interface StoredEvents {
  readonly epoch: string;
  readonly firstPosition: string;
  readonly lastPosition: string;
  readonly events: string | null;
}

type EventRow = [
  id: string,
  position: number,
  type: EventType,
  version: number,
  occurredAtMs: number,
  actorId: string | null,
  leadId: string | null,
  ownerId: string | null,
  territory: string | null,
  payload: EventPayload,
];

/** At most `limit` events behind the position. */
export async function readNext(db: Database, after: number, limit: number): Promise<NextEvents> {
  const [stored] = await db.queryAs<StoredEvents>(SYSTEM_ACTOR, NEXT_EVENTS, [after, limit]);
  if (!stored) throw new Error('The event log has lost its row in event_log.');
  return parseEvents(stored);
}

export function parseEvents(stored: StoredEvents): NextEvents {
  const { epoch, firstPosition, lastPosition } = stored;
  const rows: EventRow[] = stored.events === null ? [] : JSON.parse(stored.events);
  return {
    state: {
      epoch,
      firstPosition: Number(firstPosition),
      lastPosition: Number(lastPosition),
    },
    events: rows.map(
      ([
        id,
        position,
        type,
        version,
        occurredAtMs,
        actorId,
        leadId,
        ownerId,
        territory,
        payload,
      ]) => ({
        id,
        position,
        epoch,
        type,
        version,
        occurredAt: new Date(occurredAtMs),
        actorId,
        leadId,
        ownerId,
        territory,
        payload,
      }),
    ),
  };
}
