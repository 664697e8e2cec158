import type { Actor } from '../../domain/actor.js';
import type { EventPayload, EventType, LoggedEvent } from '../../domain/events.js';
import type { DomainEvent, Prisma } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';
import { assertRetained, type Cursor, type Cursors, type LogState } from './cursor.js';
import { visibleEvents } from './may-see.js';

/** Criteria for events of the log; a criterion that is left out does not restrict. */
export interface EventFilter {
  types?: readonly EventType[] | null;
  /** About any of these leads. */
  leadIds?: readonly string[] | null;
}

export interface LogQuery extends EventFilter {
  /** Continue behind this cursor; from the oldest event that is kept when left out. */
  after?: Cursor | null;
  /** At most so many events. */
  first: number;
  actor: Actor;
  cursors: Cursors;
}

export interface LogPage {
  events: LoggedEvent[];
  /**
   * Continues without loss or repetition, also in a subscription: the last event of a full page, else the end of the
   * log, so that it is never null and moves on although nothing matched.
   */
  endCursor: Cursor;
  hasNextPage: boolean;
}

/** The events of the log that the actor may see, oldest first. */
export async function readLog(tx: Tx, query: LogQuery): Promise<LogPage> {
  const log = await readLogState(tx);
  const after =
    query.after == null
      ? log.firstPosition - 1
      : query.cursors.locate(query.after, log, query.actor);
  const found = await readPage(tx, log.epoch, {
    after,
    upTo: log.lastPosition,
    limit: query.first + 1,
    filter: query,
    actor: query.actor,
  });
  if (query.after != null) assertRetained(after, await readLogState(tx));
  const hasNextPage = found.length > query.first;
  const events = found.slice(0, query.first);
  const end = hasNextPage ? (events.at(-1)?.position ?? after) : log.lastPosition;
  const place = { epoch: log.epoch, position: Math.max(end, after) };
  return { events, endCursor: query.cursors.ofEnd(place, query.actor), hasNextPage };
}

export async function readLogState(tx: Tx): Promise<LogState> {
  const row = await tx.eventLog.findUniqueOrThrow({ where: { id: 1 } });
  return {
    epoch: row.epoch,
    firstPosition: Number(row.firstPosition),
    lastPosition: Number(row.lastPosition),
  };
}

export interface Page {
  /** Exclusive. */
  after: number;
  /** Inclusive. */
  upTo?: number;
  limit: number;
  filter?: EventFilter;
  actor?: Actor;
}

/** The next events of the log that pass the filter and that the actor may see, in order. */
export async function readPage(tx: Tx, epoch: string, page: Page): Promise<LoggedEvent[]> {
  const { after, upTo, filter, actor } = page;
  const position: Prisma.BigIntNullableFilter = { gt: BigInt(after) };
  if (upTo !== undefined) position.lte = BigInt(upTo);
  const query = {
    where: {
      position,
      ...(filter?.types ? { type: { in: [...filter.types] } } : {}),
      ...(filter?.leadIds ? { leadId: { in: [...filter.leadIds] } } : {}),
      ...(actor ? { AND: [visibleEvents(actor)] } : {}),
    },
    orderBy: { position: 'asc' },
    take: page.limit,
  } as const satisfies Prisma.DomainEventFindManyArgs;
  if (actor?.role === 'WALLBOARD') {
    const rows = await tx.domainEvent.findMany({ ...query, select: WITHOUT_PEOPLE });
    return rows.map(({ tellable: payload, ...row }) =>
      toLoggedEvent({ ...row, payload, actorId: null, ownerId: null }, epoch),
    );
  }
  const rows = await tx.domainEvent.findMany({ ...query, omit: { tellable: true } });
  return rows.map((row) => toLoggedEvent(row, epoch));
}

/** The columns of an event that wallboards may read. */
const WITHOUT_PEOPLE = {
  id: true,
  seq: true,
  position: true,
  type: true,
  version: true,
  occurredAt: true,
  leadId: true,
  territory: true,
  tellable: true,
} as const satisfies Prisma.DomainEventSelect;

/** A row that has its position. */
export function toLoggedEvent(row: Omit<DomainEvent, 'tellable'>, epoch: string): LoggedEvent {
  return {
    id: row.id,
    position: Number(row.position),
    epoch,
    // Only appendEvents writes it.
    type: row.type as EventType,
    version: row.version,
    occurredAt: row.occurredAt,
    actorId: row.actorId,
    leadId: row.leadId,
    ownerId: row.ownerId,
    territory: row.territory,
    payload: row.payload as EventPayload,
  };
}
