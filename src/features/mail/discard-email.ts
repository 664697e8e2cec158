import { appendAudit } from '../../platform/audit/append-audit.js';
import type { OutboxEmail } from '../../platform/db/generated/prisma/client.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { changeUnsentEmail } from './change-unsent-email.js';

export interface DiscardEmailInput {
  emailId: string;
}

/**
 * Takes a dead or waiting mail out of the queue for good.
 * @throws ConflictError if it was sent or discarded, or is being sent
 */
export function discardEmail(
  ctx: VerbContext,
  { emailId }: DiscardEmailInput,
): Promise<OutboxEmail> {
  requireMay(ctx, 'discardEmail');
  return inTransaction(ctx, async (ctx) => {
    const { before, after } = await changeUnsentEmail(ctx, emailId, {
      status: 'DISCARDED',
      discardReason: 'BY_ADMIN',
      lockedUntil: null,
    });
    await appendAudit(ctx, {
      action: 'discardEmail',
      entity: 'OutboxEmail',
      entityId: emailId,
      leadId: after.leadId,
      before: { status: before.status },
      after: { status: after.status },
    });
    const payload = { emailId, template: after.template };
    await appendEvent(ctx, { type: 'MAIL_DISCARDED', payload });
    return after;
  });
}
