import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Database } from '../../platform/db/open.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { lockRow } from '../leads/lock-lead.js';
import { alertOfWarnings } from '../reminders/alert-of-warnings.js';
import { recordDelivery } from '../reminders/record-delivery.js';
import type { ClaimedEmail } from './claim-email.js';
import type { DiscardReason } from './judgement.js';
import type { EmailToSend } from './transport.js';

/** The outcome of an attempt. */
export type Outcome =
  | {
      readonly kind: 'sent';
      readonly email: EmailToSend;
      /** The data it was rendered from. */
      readonly data: Readonly<Record<string, unknown>>;
      readonly serverAnswer: string;
      readonly keepCopy: boolean;
      /** Id of the mail under whose Message-ID it went out with others; null if it was its own. */
      readonly sentWith: string | null;
    }
  | { readonly kind: 'postponed'; readonly error: string; readonly nextAttemptAt: Date }
  /** Nothing was tried. */
  | { readonly kind: 'waiting'; readonly nextAttemptAt: Date }
  | { readonly kind: 'discarded'; readonly reason: DiscardReason }
  | {
      readonly kind: 'dead';
      readonly error: string;
      readonly cause: DeathCause;
      /** The address that refused it. */
      readonly recipient?: string;
    };

/** Why a mail is given up. */
export const DEATH_CAUSES = {
  RENDERING: 'It cannot be rendered.',
  REJECTED: 'The mail server refused it, or its address, for good.',
  ATTEMPTS: 'It was tried too often.',
} as const;

export type DeathCause = keyof typeof DEATH_CAUSES;

const LONGEST_ANSWER = 1_000;

/**
 * Stores the outcome of claimed mails that were sent or tried together, and releases them. Resolves to the ids of
 * those whose claims had not run out: nothing is written about the others, which another process has claimed.
 */
export function settleEmails(
  db: Database,
  outcomes: readonly (readonly [ClaimedEmail, Outcome])[],
  now: Date,
): Promise<ReadonlySet<string>> {
  return db.transaction(async (tx) => {
    const ctx = { db, tx, actor: SYSTEM_ACTOR, now, requestId: null };
    const about = outcomes.flatMap(([{ leadId, reminderId }]) =>
      leadId !== null && reminderId !== null ? [leadId] : [],
    );
    // First, as everywhere: pseudonymisation has the lead when it comes to its mails. In one order for all.
    for (const leadId of [...new Set(about)].sort()) await lockRow(ctx, leadId);
    const settled = new Set<string>();
    for (const [claimed, outcome] of outcomes) {
      if (await settleEmail(ctx, claimed, outcome)) settled.add(claimed.id);
    }
    return settled;
  }, AS_SYSTEM);
}

async function settleEmail(
  ctx: TxContext,
  claimed: ClaimedEmail,
  outcome: Outcome,
): Promise<boolean> {
  const { count } = await ctx.tx.outboxEmail.updateMany({
    where: { id: claimed.id, status: 'PENDING', lockedUntil: claimed.lockedUntil },
    data: { ...columnsOf(outcome, ctx.now), lockedUntil: null },
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
  if (claimed.reminderId !== null) await settleReminder(ctx, claimed.reminderId, outcome);
  return true;
}

/** The effect of a mail's outcome on its reminder. */
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
      const { serverAnswer, keepCopy, email, sentWith } = outcome;
      const { subject, text, html, recipient, locale } = email;
      const { link, ...known } = outcome.data;
      // A link is a secret; once its mail is out, only its reader has it.
      const data = keepCopy && link !== undefined ? { ...known, link } : known;
      return {
        status: 'SENT',
        sentAt: now,
        lastError: null,
        serverAnswer: serverAnswer.slice(0, LONGEST_ANSWER),
        recipient,
        locale,
        subject,
        sentWith,
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
      return {
        status: 'DEAD',
        deathCause: outcome.cause,
        lastError: outcome.error,
        ...(outcome.recipient === undefined ? {} : { recipient: outcome.recipient }),
      };
  }
}
