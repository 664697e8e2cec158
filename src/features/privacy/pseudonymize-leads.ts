import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { blankMailsOf } from './blank-mails.js';
import { blankRecords } from './blank-records.js';
import { buryContacts } from './bury-contacts.js';
import { forgetReceipts } from './forget-receipts.js';

export interface Pseudonymized {
  /** Those that still had personal data. */
  leadIds: string[];
}

/**
 * Replaces every personal datum of the leads, for good. Company, city, business type, source, dates
 * and owners stay; of an e-mail address and a phone number a keyed tombstone stays, by which a
 * re-registration is recognised. Leads under protection, converted ones, and those that were pseudonymised before are
 * passed over.
 */
export async function pseudonymizeLeads(
  ctx: TxContext,
  keyRing: KeyRing,
  leadIds: readonly string[],
): Promise<Pseudonymized> {
  const locked = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM lead
    WHERE id = ANY(${[...leadIds]}::uuid[]) AND pseudonymized_at IS NULL
      AND status IN ('EXPIRED', 'RELEASED', 'LOST')
    ORDER BY id FOR UPDATE`;
  const ids = locked.map(({ id }) => id);
  if (ids.length === 0) return { leadIds: [] };

  // Mails to a contact are found by the address that is about to go.
  const mails = await blankMailsOf(ctx.tx, ids);
  const contacts = await buryContacts(ctx.tx, keyRing, { leadId: { in: ids } });
  const records = await blankRecords(ctx.tx, ids);
  const receipts = await forgetReceipts(ctx.tx, ids);
  await ctx.tx.$executeRaw`
    UPDATE lead
    SET pseudonymized_at = ${ctx.now.toISOString()}::timestamptz,
      updated_at = ${ctx.now.toISOString()}::timestamptz
    WHERE id = ANY(${ids}::uuid[])`;

  await appendAudit(ctx, {
    action: 'pseudonymizeLeads',
    entity: 'Pseudonymization',
    entityId: newId(),
    after: { leads: ids.length, contacts, mails, receipts, ...records, leadIds: ids },
  });
  await appendEvent(ctx, { type: 'LEADS_PSEUDONYMIZED', payload: { count: ids.length } });
  return { leadIds: ids };
}
