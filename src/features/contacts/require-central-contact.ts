import { ConflictError } from '../../domain/errors.js';
import type { TxContext } from '../../platform/verbs/context.js';
import type { OwnedLead } from '../leads/lock-lead.js';
import { isReachable, type NewContact } from '../leads/new-lead.js';

/**
 * Refuses a change of a contact, or its removal (`null`), that would leave a REGISTERED lead with
 * neither a way to reach it nor a documented first contact.
 * @throws ConflictError
 */
export async function requireCentralContact(
  ctx: TxContext,
  lead: OwnedLead,
  contactId: string,
  changed: NewContact | null,
): Promise<void> {
  if (lead.stage !== 'REGISTERED' || lead.notes !== null) return;
  if (changed !== null && isReachable(changed)) return;
  const before = await ctx.tx.contact.findUnique({
    where: { id: contactId },
    select: { email: true, phone: true },
  });
  // Of an imported lead a name may be all that is known: nothing is lost then.
  if (changed !== null && before !== null && !isReachable(before)) return;
  const others = await ctx.tx.contact.count({
    where: {
      leadId: lead.id,
      id: { not: contactId },
      OR: [{ email: { not: null } }, { phone: { not: null } }],
    },
  });
  if (others > 0) return;
  const activities = await ctx.tx.activity.count({ where: { leadId: lead.id, voidedAt: null } });
  if (activities > 0) return;
  throw new ConflictError(
    'A REGISTERED lead keeps a contact with an e-mail or a phone number, or a documented first contact.',
    'CONTACT_NEEDED',
  );
}
