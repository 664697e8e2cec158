import { appendAudit } from '../../platform/audit/append-audit.js';
import type { OutboxEmail } from '../../platform/db/generated/prisma/client.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { changeUnsentEmail } from './change-unsent-email.js';

export interface RetryEmailInput {
  emailId: string;
}

/**
 * Makes a dead or waiting mail due at once, with all its attempts before it.
 * @throws ConflictError if it was sent or discarded, or is being sent
 */
export function retryEmail(ctx: VerbContext, { emailId }: RetryEmailInput): Promise<OutboxEmail> {
  requireMay(ctx, 'retryEmail');
  return inTransaction(ctx, async (ctx) => {
    const { before, after } = await changeUnsentEmail(ctx, emailId, {
      status: 'PENDING',
      attempts: 0,
      deathCause: null,
      nextAttemptAt: ctx.now,
      lockedUntil: null,
    });
    await appendAudit(ctx, {
      action: 'retryEmail',
      entity: 'OutboxEmail',
      entityId: emailId,
      leadId: after.leadId,
      before: { status: before.status, attempts: before.attempts },
      after: { status: after.status, attempts: after.attempts },
    });
    const payload = { emailId, template: after.template };
    await appendEvent(ctx, { type: 'MAIL_RETRIED', payload });
    return after;
  });
}
