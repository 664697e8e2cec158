import { SYSTEM_ACTOR } from '../auth/actor.js';
import type { Database } from '../db/open.js';
import type { EventPayload, EventType, LoggedEvent } from '../domain/events.js';
import { encodeCursor, type LogState } from './cursor.js';

export interface NextEvents {
  /** Where the log stood when the events were read. */
  readonly state: LogState;
  /** What follows, without a gap, as far as it was asked for. */
  readonly events: LoggedEvent[];
}

/** One statement, because every process asks for it all the time: where the log stands, and what is new there. */
const NEXT_EVENTS = `/* log */ SELECT epoch, first_position::text AS "firstPosition", last_position::text AS "lastPosition",
    CASE WHEN last_position > $1::bigint THEN (
      SELECT json_agg(json_build_array(id, position, type, version,
        (extract(epoch FROM occurred_at) * 1000)::bigint, actor_id, lead_id, owner_id, territory, payload) ORDER BY position)
      FROM (
        SELECT * FROM domain_event WHERE position > $1::bigint AND position <= last_position
        ORDER BY position LIMIT $2::int
      ) AS event
    ) END::text AS events
  FROM event_log WHERE id = 1`;

interface Row {
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
  const [row] = await db.queryAs<Row>(SYSTEM_ACTOR, NEXT_EVENTS, [after, limit]);
  if (!row) throw new Error('The event log has lost its row in event_log.');
  const { epoch, firstPosition, lastPosition } = row;
  const rows: EventRow[] = row.events === null ? [] : JSON.parse(row.events);
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
        cursor: encodeCursor(epoch, position),
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
