import { AS_SYSTEM, SYSTEM_ACTOR } from '../auth/actor.js';
import type { Database, Tx } from '../db/open.js';
import { appendEvent } from '../events/append-event.js';
import type { ClaimedEmail } from './claim-email.js';
import type { EmailToSend } from './transport.js';

/** What became of an attempt. */
export type Outcome =
  | { readonly kind: 'sent'; readonly email: EmailToSend; readonly keepCopy: boolean }
  | { readonly kind: 'postponed'; readonly error: string; readonly nextAttemptAt: Date }
  | { readonly kind: 'dead'; readonly error: string; readonly cause: DeathCause };

export type DeathCause = 'RENDERING' | 'REJECTED' | 'ATTEMPTS';

/**
 * Writes down what became of a claimed mail and gives it back. False, and nothing written, if the
 * claim ran out meanwhile and the mail went to somebody else.
 */
export function settleEmail(
  db: Database,
  claimed: ClaimedEmail,
  outcome: Outcome,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { count } = await tx.outboxEmail.updateMany({
      where: { id: claimed.id, status: 'PENDING', lockedUntil: claimed.lockedUntil },
      data: { ...columnsOf(outcome, now), lockedUntil: null },
    });
    if (count === 0) return false;
    if (outcome.kind === 'sent') await forgetLink(tx, claimed, outcome.keepCopy);
    if (outcome.kind === 'dead') {
      await appendEvent(
        { db, tx, actor: SYSTEM_ACTOR, now, requestId: null },
        {
          type: 'MAIL_DEAD_LETTERED',
          payload: {
            emailId: claimed.id,
            template: claimed.template,
            attempts: claimed.attempts,
            cause: outcome.cause,
          },
        },
      );
    }
    return true;
  }, AS_SYSTEM);
}

function columnsOf(outcome: Outcome, now: Date) {
  switch (outcome.kind) {
    case 'sent': {
      const { subject, text, html } = outcome.email;
      const copy = outcome.keepCopy ? { textBody: text, htmlBody: html } : {};
      return { status: 'SENT', sentAt: now, lastError: null, subject, ...copy };
    }
    case 'postponed':
      return { lastError: outcome.error, nextAttemptAt: outcome.nextAttemptAt };
    case 'dead':
      return { status: 'DEAD', lastError: outcome.error };
  }
}

/** A link is a secret; once its mail is out, only its reader has it. */
async function forgetLink(tx: Tx, { id }: ClaimedEmail, keepCopy: boolean): Promise<void> {
  if (keepCopy) return;
  await tx.$executeRaw`
    UPDATE outbox_email SET data = data - 'link' WHERE id = ${id}::uuid AND data ? 'link'`;
}
