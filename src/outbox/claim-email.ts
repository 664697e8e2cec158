import { AS_SYSTEM } from '../auth/actor.js';
import type { Database } from '../db/open.js';

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
  /** Also says whose claim it is: a later one ends later. */
  readonly lockedUntil: Date;
}

/**
 * Claims the most urgent mails that are due and that nobody holds, of those of one urgency the ones that have been due
 * the longest, and gives them in this order. A Message-ID is made with the first claim and stays.
 */
export async function claimDueEmails(
  db: Database,
  now: Date,
  { leaseMs, domain, most }: { leaseMs: number; domain: string; most: number },
): Promise<ClaimedEmail[]> {
  const at = now.toISOString();
  const until = new Date(now.getTime() + leaseMs).toISOString();
  return db.transaction(
    (tx) => tx.$queryRaw<ClaimedEmail[]>`
    WITH due AS (
      SELECT id FROM outbox_email
      WHERE status = 'PENDING' AND next_attempt_at <= ${at}::timestamptz
        AND (locked_until IS NULL OR locked_until <= ${at}::timestamptz)
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
    FROM claimed ORDER BY priority, next_attempt_at, id`,
    AS_SYSTEM,
  );
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
