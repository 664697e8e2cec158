import { AS_SYSTEM } from '../../domain/actor.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Database, Tx } from '../../platform/db/open.js';
import { AT_NIGHT, DIGESTED } from '../outbox/email-templates.js';

/** A mail that this process alone may send until `lockedUntil`. */
export interface ClaimedEmail {
  readonly id: string;
  readonly template: string;
  readonly locale: string;
  readonly recipient: string;
  readonly data: unknown;
  readonly reference: unknown;
  readonly leadId: string | null;
  /** The reminder that it carries, which is delivered with it. */
  readonly reminderId: string | null;
  readonly messageId: string;
  /** With the one now beginning. Counted before it, so that a mail that kills the process counts. */
  readonly attempts: number;
  /** Also identifies the claim: a later one ends later. */
  readonly lockedUntil: Date;
}

export interface ClaimOptions {
  readonly leaseMs: number;
  readonly domain: string;
  /** So many at most; of mails that go out as one, so many at most. */
  readonly most: number;
  /** Whether the mails of a night to one person go out as one. */
  readonly digest?: boolean;
}

/**
 * Held by the process that claims mails that may go out as one: 'LWdg' in ASCII. Never reuse it for something else.
 */
const DIGEST_LOCK = 0x4c576467;

/** More go out in the next one. */
const MOST_IN_DIGEST = 200;

/**
 * Claims the most urgent mails that are due and not claimed, of those of one urgency the ones that have been due the
 * longest, and gives them in this order; with each those that go out as one with it. While warnings are being issued,
 * none is claimed that would go out with others. A Message-ID is made with the first claim and stays.
 */
export function claimDueEmails(
  db: Database,
  now: Date,
  { most, digest = false, ...how }: ClaimOptions,
): Promise<ClaimedEmail[][]> {
  const due = Prisma.sql`next_attempt_at <= ${now.toISOString()}::timestamptz`;
  return db.transaction(async (tx) => {
    if (!digest) {
      const claimed = await claim(tx, now, how, due, most);
      return claimed.map((email) => [email]);
    }
    // One after the other: two processes would each send some of what goes out as one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${DIGEST_LOCK}::bigint)`;
    const first = await claim(tx, now, how, Prisma.sql`${due} AND ${NOT_BEING_ISSUED}`, most);
    const groups: ClaimedEmail[][] = [];
    const digests = new Map<string, ClaimedEmail[]>();
    for (const email of first) {
      const group = isDigested(email) ? digests.get(email.recipient) : undefined;
      if (group) {
        group.push(email);
        continue;
      }
      const begun = [email];
      groups.push(begun);
      if (isDigested(email)) digests.set(email.recipient, begun);
    }
    for (const [recipient, group] of digests) {
      const others = Prisma.sql`(${due} OR ${WAITING_FOR_NIGHT})
        AND template = ANY(${[...DIGESTED]}) AND recipient = ${recipient}`;
      group.push(...(await claim(tx, now, how, others, MOST_IN_DIGEST - group.length)));
    }
    return groups;
  }, AS_SYSTEM);
}

function isDigested({ template }: ClaimedEmail): boolean {
  return DIGESTED.some((name) => name === template);
}

/** A mail that was never tried has not been put off for another reason. */
const WAITING_FOR_NIGHT = Prisma.sql`(template = ANY(${[...AT_NIGHT]}) AND attempts = 0)`;

/** A run that died says so by its lease. */
const NOT_BEING_ISSUED = Prisma.sql`(template <> ALL(${[...DIGESTED]}) OR NOT EXISTS (
  SELECT FROM job_run WHERE job = 'progress-warning' AND status = 'RUNNING'
    AND lease_until > clock_timestamp()))`;

function claim(
  tx: Tx,
  now: Date,
  { leaseMs, domain }: Pick<ClaimOptions, 'leaseMs' | 'domain'>,
  which: Prisma.Sql,
  most: number,
): Promise<ClaimedEmail[]> {
  const at = now.toISOString();
  const until = new Date(now.getTime() + leaseMs).toISOString();
  return tx.$queryRaw<ClaimedEmail[]>`
    WITH due AS (
      SELECT id FROM outbox_email
      WHERE status = 'PENDING' AND (locked_until IS NULL OR locked_until <= ${at}::timestamptz)
        AND ${which}
      ORDER BY priority, next_attempt_at, id
      LIMIT ${most}::int
      FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE outbox_email SET attempts = attempts + 1, locked_until = ${until}::timestamptz,
        message_id = coalesce(message_id, '<' || id || '@' || ${domain} || '>')
      WHERE id IN (SELECT id FROM due)
      RETURNING *
    )
    SELECT id, template, locale, recipient, data, reference, lead_id AS "leadId",
      reminder_id AS "reminderId", message_id AS "messageId", attempts,
      locked_until AS "lockedUntil"
    FROM claimed ORDER BY priority, next_attempt_at, id`;
}

/** Keeps a claim for as long again from now on; null if it ran out and the mail went to another process. */
export async function renewClaim(
  db: Database,
  claimed: ClaimedEmail,
  now: Date,
  leaseMs: number,
): Promise<ClaimedEmail | null> {
  const lockedUntil = new Date(now.getTime() + leaseMs);
  const { count } = await db.transaction(
    (tx) =>
      tx.outboxEmail.updateMany({
        where: { id: claimed.id, status: 'PENDING', lockedUntil: claimed.lockedUntil },
        data: { lockedUntil },
      }),
    AS_SYSTEM,
  );
  return count === 0 ? null : { ...claimed, lockedUntil };
}
