import { assertImpersonal, type EventPayload, type EventType } from '../../domain/events.js';
import { newId } from '../db/ids.js';
import type { Tx } from '../db/open.js';
import type { TxContext } from '../verbs/context.js';

export interface NewEvent {
  type: EventType;
  /** The lead it is about, as it was at the time of the event: its owner at that time may see the event. */
  lead?: { id: string; ownerId: string | null; territory: string | null };
  /** For an event about a lead whose owner and territory play no part; `lead` goes before it. */
  leadId?: string | null;
  /** Of an event without a lead; the territory of `lead` goes before it. */
  territory?: string | null;
  /** The owner of the object that an event without a lead is about. */
  ownerId?: string | null;
  payload: EventPayload;
  /** Version of the payload's shape; 1 unless told. */
  version?: number;
}

/** A row of the log before it has a position. */
export interface EventRow extends NewEvent {
  occurredAt: Date;
  actorId: string | null;
}

/**
 * Writes the event in the caller's transaction, still without a position: the sequencer gives it one after the commit.
 * The caller has locked the lead's row before, so that the events of one lead are numbered in the order of the facts.
 */
export async function appendEvent(ctx: TxContext, event: NewEvent): Promise<void> {
  await appendEvents(ctx.tx, [{ ...event, occurredAt: ctx.now, actorId: ctx.actor.id }]);
}

const appended = new WeakSet<Tx>();

/** Whether events were appended in the transaction, so that after its commit there is something to number. */
export function hasAppended(tx: Tx): boolean {
  return appended.has(tx);
}

/** Writes many events, in their order, with one statement. Returns their ids. */
export async function appendEvents(tx: Tx, rows: readonly EventRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  appended.add(tx);
  const records = rows.map((row) => {
    assertImpersonal(row.type, row.payload);
    return {
      id: newId(),
      type: row.type,
      version: row.version ?? 1,
      occurred_at: row.occurredAt.toISOString(),
      actor_id: row.actorId,
      lead_id: row.lead?.id ?? row.leadId ?? null,
      owner_id: row.lead ? row.lead.ownerId : (row.ownerId ?? null),
      territory: row.lead ? row.lead.territory : (row.territory ?? null),
      payload: row.payload,
    };
  });
  // seq is drawn while the rows leave the sort, so it follows the order of the array.
  await tx.$executeRaw`
    INSERT INTO domain_event (id, type, version, occurred_at, actor_id, lead_id, owner_id, territory, payload)
    SELECT id, type, version, occurred_at, actor_id, lead_id, owner_id, territory, payload
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS (
      id uuid, type text, version int, occurred_at timestamptz, actor_id uuid,
      lead_id uuid, owner_id uuid, territory text, payload jsonb
    )) WITH ORDINALITY AS row (id, type, version, occurred_at, actor_id, lead_id, owner_id, territory, payload, nth)
    ORDER BY nth`;
  return records.map(({ id }) => id);
}
