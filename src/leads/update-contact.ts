import { z } from 'zod';
import { appendAudit } from '../audit/append-audit.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import type { Contact } from '../db/generated/prisma/client.js';
import { ValidationError } from '../errors.js';
import { changedText, idInput, parseInput } from '../parse-input.js';
import { clearPrimary } from './insert-contact.js';
import { contactColumns, contactProblems } from './lead-input.js';
import { lockContact } from './lock-contact.js';
import { recordContactChange } from './record-contact-change.js';
import { requireCentralContact } from './require-central-contact.js';

/** What is left out stays as it is; null empties it. */
export const updateContactInput = z.object({
  contactId: idInput,
  name: changedText(200),
  email: changedText(254),
  phone: changedText(40),
  role: changedText(100),
  /** Makes it the primary contact; the one that is stays it until another becomes it. */
  primary: z.literal(true).nullish(),
});

export type UpdateContactInput = z.input<typeof updateContactInput>;

/** Changes a person at a lead under protection. */
export async function updateContact(
  ctx: VerbContext,
  input: UpdateContactInput,
): Promise<{ contactId: string; leadId: string }> {
  requireMay(ctx, 'updateContact');
  const { contactId, primary, ...changes } = parseInput(updateContactInput, input);
  return inTransaction(ctx, async (tx) => {
    const { contact, lead } = await lockContact(tx, contactId, 'updateContact');
    const changed = {
      name: changes.name === undefined ? contact.name : changes.name,
      email: changes.email === undefined ? contact.email : changes.email,
      phone: changes.phone === undefined ? contact.phone : changes.phone,
      role: changes.role === undefined ? contact.role : changes.role,
    };
    const problems = contactProblems([changed], lead.country, '');
    if (problems.length > 0) throw new ValidationError(problems);
    await requireCentralContact(tx, lead, contactId, changed);
    if (primary && !contact.primary) await clearPrimary(tx, lead.id);
    await tx.tx.contact.update({
      where: { id: contactId },
      data: {
        ...contactColumns(changed, lead.country),
        ...(primary ? { primary } : {}),
      },
    });
    await appendAudit(tx, {
      action: 'updateContact',
      entity: 'Contact',
      entityId: contactId,
      leadId: lead.id,
      before: personOf(contact),
      after: { ...changed, primary: primary ?? contact.primary },
    });
    await recordContactChange(tx, lead);
    return { contactId, leadId: lead.id };
  });
}

function personOf({ name, email, phone, role, primary }: Contact) {
  return { name, email, phone, role, primary };
}
