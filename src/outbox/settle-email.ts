import { AS_SYSTEM, SYSTEM_ACTOR } from '../auth/actor.js';
import type { TxContext } from '../context.js';
import type { Prisma } from '../db/generated/prisma/client.js';
import type { Database } from '../db/open.js';
import { appendEvent } from '../events/append-event.js';
import { lockRow } from '../leads/lock-lead.js';
import { alertOfWarnings } from '../reminders/alert-of-warnings.js';
import { recordDelivery } from '../reminders/record-delivery.js';
import type { ClaimedEmail } from './claim-email.js';
import type { DiscardReason } from './judgement.js';
import type { EmailToSend } from './transport.js';

/** What became of an attempt. */
export type Outcome =
  | {
      readonly kind: 'sent';
      readonly email: EmailToSend;
      /** What it was rendered from. */
      readonly data: Readonly<Record<string, unknown>>;
      readonly serverAnswer: string;
      readonly keepCopy: boolean;
    }
  | { readonly kind: 'postponed'; readonly error: string; readonly nextAttemptAt: Date }
  /** Nothing was tried. */
  | { readonly kind: 'waiting'; readonly nextAttemptAt: Date }
  | { readonly kind: 'discarded'; readonly reason: DiscardReason }
  | { readonly kind: 'dead'; readonly error: string; readonly cause: DeathCause };

export type DeathCause = 'RENDERING' | 'REJECTED' | 'ATTEMPTS';

const LONGEST_ANSWER = 1_000;

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
    const ctx = { db, tx, actor: SYSTEM_ACTOR, now, requestId: null };
    const { leadId, reminderId } = claimed;
    // First, as everywhere: pseudonymisation has the lead when it comes to its mails.
    if (leadId !== null && reminderId !== null) await lockRow(ctx, leadId);
    const { count } = await tx.outboxEmail.updateMany({
      where: { id: claimed.id, status: 'PENDING', lockedUntil: claimed.lockedUntil },
      data: { ...columnsOf(outcome, now), lockedUntil: null },
    });
    if (count === 0) return false;
    if (outcome.kind === 'dead') {
      await appendEvent(ctx, {
        type: 'MAIL_DEAD_LETTERED',
        payload: {
          emailId: claimed.id,
          template: claimed.template,
          attempts: claimed.attempts,
          cause: outcome.cause,
        },
      });
    }
    if (reminderId !== null) await settleReminder(ctx, reminderId, outcome);
    return true;
  }, AS_SYSTEM);
}

/** What becomes of a reminder with the mail that carries it. */
async function settleReminder(
  ctx: TxContext,
  reminderId: string,
  { kind }: Outcome,
): Promise<void> {
  if (kind === 'sent') await recordDelivery(ctx, reminderId);
  if (kind === 'dead') await alertOfWarnings(ctx, [{ reminderId, cause: 'MAIL_DEAD' }]);
}

function columnsOf(outcome: Outcome, now: Date): Prisma.OutboxEmailUpdateManyMutationInput {
  switch (outcome.kind) {
    case 'sent': {
      const { serverAnswer, keepCopy, email } = outcome;
      const { subject, text, html, recipient, locale } = email;
      const { link, ...known } = outcome.data;
      // A link is a secret; once its mail is out, only its reader has it.
      const data = keepCopy && link !== undefined ? { ...known, link } : known;
      return {
        status: 'SENT',
        sentAt: now,
        lastError: null,
        serverAnswer: serverAnswer.slice(0, LONGEST_ANSWER),
        ...{ recipient, locale, subject },
        data: data as Prisma.InputJsonObject,
        ...(keepCopy ? { textBody: text, htmlBody: html } : {}),
      };
    }
    case 'postponed':
      return { lastError: outcome.error, nextAttemptAt: outcome.nextAttemptAt };
    case 'waiting':
      return { attempts: { decrement: 1 }, nextAttemptAt: outcome.nextAttemptAt };
    case 'discarded':
      return { status: 'DISCARDED', discardReason: outcome.reason };
    case 'dead':
      return { status: 'DEAD', lastError: outcome.error };
  }
}
