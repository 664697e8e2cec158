import type { Actor } from '../../src/domain/actor.js';
import { maySee } from '../../src/platform/events/may-see.js';
import { askingAt } from '../faults/ask.js';
import type { Installation } from '../faults/installation.js';
import type { Replica } from '../faults/replica.js';
import type { Subscriber } from '../faults/subscriber.js';
import { runJob } from '../faults/warnings.js';
import { pause } from './cluster.js';
import type { Following, History, LoggedFact } from './history.js';

export type Reader = 'anna' | 'ben' | 'manager' | 'admin' | 'wall';

export interface Follower {
  readonly reader: Reader;
  readonly subscriber: Subscriber;
  /** Began behind this position. */
  readonly after: number;
}

const REST_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 250;

/** Nobody runs any more: what those held who were killed is as if its time had run out. */
export async function releaseEverything({ query }: Installation): Promise<void> {
  await query(`UPDATE job_run SET lease_until = now() WHERE status = 'RUNNING'`);
  await query(
    `UPDATE outbox_email SET locked_until = NULL, next_attempt_at = now() WHERE status = 'PENDING'`,
  );
}

/** Waits until nothing is left to do and everybody was told everything, or too long; ends the subscribers. */
export async function comeToRest(
  home: Installation,
  { url }: Replica,
  followers: readonly Follower[],
): Promise<void> {
  const end = performance.now() + REST_WITHIN_MS;
  await runJob(askingAt(url, home.admin.token), 'PROGRESS_WARNING');
  while (performance.now() < end && !(await isAtRest(home, followers))) await pause(LOOK_EVERY_MS);
  await Promise.all(followers.map(({ subscriber }) => subscriber.stop()));
}

async function isAtRest(home: Installation, followers: readonly Follower[]): Promise<boolean> {
  const [{ open } = { open: 1 }] = await home.query<{ open: number }>(
    `SELECT ((SELECT count(*) FROM domain_event WHERE position IS NULL)
       + (SELECT count(*) FROM outbox_email WHERE status = 'PENDING')
       + (SELECT count(*) FROM reminder WHERE kind = 'FOLLOW_UP' AND sent_at IS NULL)
       + (SELECT count(*) FROM job_run WHERE status = 'RUNNING'))::int AS open`,
  );
  if (open > 0) return false;
  const { log } = await readStored(home);
  return followers.every(({ reader, subscriber, after }) => {
    const actor = actorOf(home, reader);
    const owed = log.filter((event) => (event.position ?? 0) > after && maySee(actor, event));
    return subscriber.told.length >= owed.length;
  });
}

/** What the database has of the history. */
export async function readStored({
  query,
}: Installation): Promise<Pick<History, 'log' | 'outbox'>> {
  return {
    log: await query<LoggedFact>(
      `SELECT id, position::int, type, lead_id AS "leadId", owner_id AS "ownerId", territory, payload
       FROM domain_event ORDER BY position`,
    ),
    outbox: await query<History['outbox'][number]>(
      `SELECT message_id AS "messageId", recipient, status FROM outbox_email WHERE sent_with IS NULL`,
    ),
  };
}

export function followingOf(
  home: Installation,
  { reader, subscriber, after }: Follower,
): Following {
  const { transport, told, complaints } = subscriber;
  const name = `${reader} over ${transport}`;
  const actor = actorOf(home, reader);
  // A global id of the API, a local one in the database.
  const ids = told.map(({ id, position }) => ({ id: uuidIn(id), position }));
  return { name, actor, after, told: ids, complaints };
}

function actorOf(home: Installation, reader: Reader): Actor {
  const { id, email, role, territory } = home[reader];
  return { id, email, name: reader, role, territory, scopes: null };
}

function uuidIn(id: string): string {
  return /^[\da-f-]{36}$/.test(id)
    ? id
    : (Buffer.from(id, 'base64').toString('utf8').split(':')[1] ?? id);
}
