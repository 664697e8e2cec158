import { newId } from '../../platform/db/ids.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { contactColumns } from '../leads/lead-input.js';
import type { NewContact } from '../leads/new-lead.js';

/** Writes a contact of a locked lead. The first one of a lead is the primary one; `primary` makes it so. */
export async function insertContact(
  ctx: TxContext,
  lead: { readonly id: string; readonly country: string },
  contact: NewContact,
  primary: boolean,
): Promise<string> {
  const id = newId();
  const known = await ctx.tx.contact.count({ where: { leadId: lead.id, primary: true } });
  if (known > 0 && primary) await clearPrimary(ctx, lead.id);
  await ctx.tx.contact.create({
    data: {
      ...contactColumns(contact, lead.country),
      id,
      leadId: lead.id,
      primary: primary || known === 0,
      createdAt: ctx.now,
    },
  });
  return id;
}

/** A lead has one primary contact at most, which a unique index holds. */
export async function clearPrimary(ctx: TxContext, leadId: string): Promise<void> {
  await ctx.tx.contact.updateMany({
    where: { leadId, primary: true },
    data: { primary: false, version: { increment: 1 } },
  });
}
