import type { OwnershipEnd } from '../../domain/lead-status.js';
import { localeOf } from '../../domain/locales.js';
import { COLLEAGUE } from '../../platform/identity/colleague.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { enqueueEmails, type NewEmail } from '../outbox/enqueue-email.js';

/** A lead in a mail about changes of ownership. */
export interface MailedLead {
  readonly id: string;
  readonly companyName: string;
  readonly city: string;
  readonly expiresAt: Date | null;
}

/** Listed in one mail; of more it says how many. */
const MOST_LISTED = 200;

interface Letter {
  readonly recipientId: string;
  readonly leads: readonly MailedLead[];
  /** Of one lead, which is pseudonymised with it; null of many. */
  readonly leadId: string | null;
  /** The mail is written once for it and the recipient. */
  readonly occasion: string;
  readonly reason: string | null;
}

/** Tells agents of leads that another person gave them. */
export function mailAssigned(ctx: TxContext, letter: Letter): Promise<void> {
  return send(ctx, 'leads-assigned', letter, {});
}

/** Tells agents of leads that another person took from them or ended. */
export function mailTaken(
  ctx: TxContext,
  letter: Letter,
  how: Extract<OwnershipEnd, 'REASSIGNED' | 'RELEASED' | 'CONVERTED' | 'LOST'>,
): Promise<void> {
  return send(ctx, 'leads-taken', letter, { how });
}

async function send(
  ctx: TxContext,
  template: 'leads-assigned' | 'leads-taken',
  { recipientId, leads, leadId, occasion, reason }: Letter,
  data: NewEmail['data'],
): Promise<void> {
  const listed = leads.slice(0, MOST_LISTED);
  // The actor of the change knows of it.
  if (recipientId === ctx.actor.id) return;
  const recipient = await ctx.tx.user.findUniqueOrThrow({
    where: { id: recipientId },
    select: COLLEAGUE,
  });
  if (!recipient.active) return;
  await enqueueEmails(ctx.tx, [
    {
      template,
      locale: localeOf(recipient.locale),
      recipient: recipient.email,
      dedupeKey: `${template}:${occasion}:${recipientId}`,
      leadId,
      reference: { recipientId, leadIds: listed.map(({ id }) => id) },
      data: {
        ...data,
        recipientName: recipient.name,
        by: ctx.actor.name,
        reason,
        leads: listed.map(({ companyName, city, expiresAt }) => ({
          companyName,
          city,
          expiresAt,
        })),
        others: Math.max(0, leads.length - MOST_LISTED),
      },
    },
  ]);
}
