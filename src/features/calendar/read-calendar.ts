import { type Actor, AS_SYSTEM, type Role } from '../../domain/actor.js';
import { globalIdOf } from '../../domain/global-id.js';
import { type CalendarEvent, calendarText } from '../../domain/ical/calendar-text.js';
import { localeOf } from '../../domain/locales.js';
import type { Database } from '../../platform/db/open.js';
import { may } from '../../platform/identity/may.js';
import { secretHash } from '../../platform/keys/secret.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { formatDateTime } from '../mail/format-date.js';
import { type DueEntry, dueEntries } from './due-entries.js';
import { type KeptEntry, keepEntries } from './keep-entries.js';
import { ENTRY_TEXTS } from './texts.js';

/** A calendar as it is now. */
export interface ReadCalendar {
  readonly feedId: string;
  readonly text: string;
  /** When an entry last changed. */
  readonly changedAt: Date;
  /** The same for as long as the entries are the same. */
  readonly version: string;
}

/** The feed with the token; null if there is none, it was revoked, or its user may have none. */
export async function findFeed(db: Database, token: string) {
  return db.transaction(async (tx) => {
    const feed = await tx.calendarFeed.findUnique({
      where: { tokenHash: secretHash(token) },
      include: { user: true },
    });
    if (!feed || feed.revokedAt !== null || !feed.user.active) return null;
    const { id, name, email, territory, locale } = feed.user;
    const actor: Actor = { id, name, email, territory, role: feed.user.role as Role, scopes: null };
    if (!may(actor, 'createCalendarFeed')) return null;
    return {
      id: feed.id,
      name: feed.name,
      customerNames: feed.customerNames,
      actor,
      locale: localeOf(locale),
      createdAt: feed.createdAt,
    };
  }, AS_SYSTEM);
}

type Feed = NonNullable<Awaited<ReturnType<typeof findFeed>>>;

/** Writes the calendar of a feed, and notes that it was fetched. */
export async function readCalendar(
  { db, now, publicUrl }: { db: Database; now: Date; publicUrl: string | null },
  feed: Feed,
): Promise<ReadCalendar> {
  const { actor, customerNames, locale } = feed;
  const due = await db.transaction((tx) => dueEntries(tx, actor), { as: actor });
  const { kept, timeZone } = await db.transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM calendar_feed WHERE id = ${feed.id}::uuid FOR UPDATE`;
    // To the minute.
    const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
    await tx.calendarFeed.updateMany({
      where: { id: feed.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: minute } }] },
      data: { lastUsedAt: minute },
    });
    const { timeZone } = await loadPolicy(tx);
    return { kept: await keepEntries(tx, feed.id, { due, now }), timeZone };
  }, AS_SYSTEM);
  const known = new Map(due.map((entry) => [entry.uid, entry]));
  const events = kept.map((entry) =>
    eventOf(entry, known.get(entry.uid) ?? null, { customerNames, locale, publicUrl }),
  );
  const changedAt = kept.reduce(
    (latest, entry) => (entry.changedAt > latest ? entry.changedAt : latest),
    feed.createdAt,
  );
  const asOf = ENTRY_TEXTS[locale].asOf(formatDateTime(now, locale, timeZone));
  const text = calendarText({ name: feed.name, asOf, timeZone, changedAt, events });
  return {
    feedId: feed.id,
    text,
    changedAt,
    version: secretHash(JSON.stringify([feed.name, timeZone, events])),
  };
}

/** An entry that is off names nothing any more. */
function eventOf(
  entry: KeptEntry,
  due: DueEntry | null,
  {
    customerNames,
    locale,
    publicUrl,
  }: Pick<Feed, 'customerNames' | 'locale'> & { publicUrl: string | null },
): CalendarEvent {
  const { uid, kind, at, sequence, changedAt, cancelled } = entry;
  const title = ENTRY_TEXTS[locale][kind];
  const named = customerNames && due ? `${title}: ${due.companyName}, ${due.city}` : title;
  return {
    uid,
    sequence,
    changedAt,
    at,
    allDay: kind !== 'FOLLOW_UP',
    cancelled,
    summary: named,
    description: null,
    url:
      due && publicUrl
        ? `${publicUrl}/leads/${encodeURIComponent(globalIdOf('Lead', due.leadId))}`
        : null,
  };
}
