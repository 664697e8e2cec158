import type { TxContext } from '../../platform/verbs/context.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import type { OwnedLead } from '../leads/lock-lead.js';

/** A change of its contacts is a change of the lead, except for its version: contacts are not edited with it. */
export async function recordContactChange(ctx: TxContext, lead: OwnedLead): Promise<void> {
  await ctx.tx.lead.update({ where: { id: lead.id }, data: { updatedAt: ctx.now } });
  await appendLeadEvent(ctx, 'LEAD_UPDATED', lead, { version: lead.version, fields: ['contacts'] });
}
