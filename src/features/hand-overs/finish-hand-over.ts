import type { HandOver } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { type MailedLead, mailAssigned, mailTaken } from '../ownership/mail-hand-over.js';

interface Passed extends MailedLead {
  readonly fromId: string;
}

/** Every lead has its outcome: each agent gets one mail about all of theirs. */
export async function finishHandOver(
  ctx: TxContext,
  { id, toId, reason }: HandOver,
): Promise<void> {
  await ctx.tx.handOver.update({ where: { id }, data: { finishedAt: ctx.now } });
  const passed = await ctx.tx.$queryRaw<Passed[]>`
    SELECT lead.id, hand_over_lead.from_id AS "fromId", lead.company_name AS "companyName", lead.city,
      lead.expires_at AS "expiresAt"
    FROM hand_over_lead JOIN lead ON lead.id = hand_over_lead.lead_id
    WHERE hand_over_id = ${id}::uuid AND outcome = 'REASSIGNED'
    ORDER BY lead.search_text, lead.id`;
  if (passed.length === 0) return;
  const letter = { leadId: null, occasion: id, reason };
  await mailAssigned(ctx, { ...letter, recipientId: toId, leads: passed });
  for (const recipientId of new Set(passed.map(({ fromId }) => fromId))) {
    const leads = passed.filter(({ fromId }) => fromId === recipientId);
    await mailTaken(ctx, { ...letter, recipientId, leads }, 'REASSIGNED');
  }
}
