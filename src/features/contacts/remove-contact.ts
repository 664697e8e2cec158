import { z } from 'zod';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { lockContact } from './lock-contact.js';
import { recordContactChange } from './record-contact-change.js';
import { requireCentralContact } from './require-central-contact.js';

export const removeContactInput = z.object({ contactId: idInput });

export type RemoveContactInput = z.input<typeof removeContactInput>;

/**
 * Removes a person from a lead under protection, for good. If it was the primary contact, the one
 * that is known longest becomes it.
 * @throws ConflictError if the lead's stage needs this contact
 */
export async function removeContact(
  ctx: VerbContext,
  input: RemoveContactInput,
): Promise<{ contactId: string; leadId: string }> {
  requireMay(ctx, 'removeContact');
  const { contactId } = parseInput(ctx, removeContactInput, input);
  return inTransaction(ctx, async (ctx) => {
    const { contact, lead } = await lockContact(ctx, contactId, 'removeContact');
    await requireCentralContact(ctx, lead, contactId, null);
    await ctx.tx.contact.delete({ where: { id: contactId } });
    const { name, email, phone, role, primary } = contact;
    const heir = contact.primary
      ? await ctx.tx.contact.findFirst({
          where: { leadId: lead.id },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        })
      : null;
    if (heir) await ctx.tx.contact.update({ where: { id: heir.id }, data: { primary: true } });
    await appendAudit(ctx, {
      action: 'removeContact',
      entity: 'Contact',
      entityId: contactId,
      leadId: lead.id,
      before: { name, email, phone, role, primary },
    });
    await recordContactChange(ctx, lead);
    return { contactId, leadId: lead.id };
  });
}
