import { daysLater } from '../../domain/days.js';
import type { Tx } from '../../platform/db/open.js';
import type { DueEntry, EntryKind } from './due-entries.js';

/** How long a calendar says that a date is off: by then every reader has fetched it. */
const CANCELLED_DAYS = 60;

/** A date as a calendar has told it. */
export interface KeptEntry {
  readonly uid: string;
  readonly kind: EntryKind;
  readonly at: Date;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly cancelled: boolean;
}

/**
 * Compares the dates of a calendar with those that it told last, and writes down what has changed: a date that moved, went
 * or came back has the next number. The row of the calendar is locked.
 */
export async function keepEntries(
  tx: Tx,
  feedId: string,
  { due, now }: { due: readonly DueEntry[]; now: Date },
): Promise<KeptEntry[]> {
  const told = await tx.calendarEntry.findMany({ where: { feedId } });
  const before = new Map(told.map((entry) => [entry.uid, entry]));
  const wanted = new Map(due.map((entry) => [entry.uid, entry]));
  const kept: KeptEntry[] = [];
  const changed: KeptEntry[] = [];
  const forgotten: string[] = [];
  for (const { uid, kind, at } of due) {
    const known = before.get(uid);
    const same = known && known.cancelledAt === null && known.at.getTime() === at.getTime();
    const entry: KeptEntry = same
      ? { uid, kind, at, sequence: known.sequence, changedAt: known.changedAt, cancelled: false }
      : {
          uid,
          kind,
          at,
          sequence: known ? known.sequence + 1 : 0,
          changedAt: now,
          cancelled: false,
        };
    kept.push(entry);
    if (!same) changed.push(entry);
  }
  for (const entry of told) {
    if (wanted.has(entry.uid)) continue;
    const { uid, at, cancelledAt } = entry;
    if (cancelledAt !== null && daysLater(cancelledAt, CANCELLED_DAYS) <= now) {
      forgotten.push(uid);
      continue;
    }
    const { sequence, changedAt } =
      cancelledAt === null ? { sequence: entry.sequence + 1, changedAt: now } : entry;
    const off: KeptEntry = {
      uid,
      kind: entry.kind as EntryKind,
      at,
      sequence,
      changedAt,
      cancelled: true,
    };
    kept.push(off);
    if (cancelledAt === null) changed.push(off);
  }
  await write(tx, feedId, changed);
  if (forgotten.length > 0) {
    await tx.calendarEntry.deleteMany({ where: { feedId, uid: { in: forgotten } } });
  }
  return kept.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.uid < b.uid ? -1 : 1));
}

async function write(tx: Tx, feedId: string, changed: readonly KeptEntry[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ uid, kind, at, sequence, changedAt, cancelled }) => ({
    uid,
    kind,
    at,
    sequence,
    changed_at: changedAt,
    cancelled_at: cancelled ? changedAt : null,
  }));
  await tx.$executeRaw`
    INSERT INTO calendar_entry (feed_id, uid, kind, at, sequence, changed_at, cancelled_at)
    SELECT ${feedId}::uuid, uid, kind, at, sequence, changed_at, cancelled_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS entry (
      uid text, kind text, at timestamptz, sequence int, changed_at timestamptz, cancelled_at timestamptz)
    ON CONFLICT (feed_id, uid) DO UPDATE SET kind = excluded.kind, at = excluded.at,
      sequence = excluded.sequence, changed_at = excluded.changed_at, cancelled_at = excluded.cancelled_at`;
}
