import { warningCountsFrom } from '../../domain/warnings.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';

const HOUR_MS = 3_600_000;

/**
 * Notes that a reminder was delivered now: the mail server took it, or the recipient acknowledged it. Only the first
 * time counts, and an event records it. From then on a progress warning runs: its lead, which the caller has locked,
 * is projected anew.
 */
export async function recordDelivery(ctx: TxContext, reminderId: string): Promise<void> {
  const { count } = await ctx.tx.reminder.updateMany({
    where: { id: reminderId, deliveredAt: null },
    data: { deliveredAt: ctx.now },
  });
  if (count === 0) return;
  const { kind, leadId, windowStart, createdAt } = await ctx.tx.reminder.findUniqueOrThrow({
    where: { id: reminderId },
  });
  if (kind !== 'PROGRESS_WARNING') {
    const told = await ctx.tx.lead.findUniqueOrThrow({ where: { id: leadId } });
    return appendLeadEvent(ctx, 'REMINDER_SENT', told, { reminderId, kind });
  }
  const withinMs = (await readSetting(ctx.tx, 'warningDeliveryHours')) * HOUR_MS;
  const sentAt = warningCountsFrom(createdAt.getTime(), ctx.now.getTime(), withinMs);
  await ctx.tx.reminder.update({
    where: { id: reminderId },
    data: { sentAt: sentAt === null ? null : new Date(sentAt) },
  });
  const lead = await ctx.tx.lead.findUniqueOrThrow({ where: { id: leadId } });
  if (lead.status !== 'ACTIVE') return;
  await settleHolds(ctx, [lead]);
  const projection = (await projectLeads(ctx, [leadId])).get(leadId);
  // Progress came first, or another owner: the warning is about nothing any more.
  if (projection?.progressAnchor !== windowStart.getTime()) return;
  const dates = {
    warnedAt: isoOf(projection.warnedAt),
    graceEndsAt: isoOf(projection.graceEndsAt),
    expiresAt: isoOf(projection.expiresAt),
  };
  await appendAudit(ctx, {
    action: 'deliverWarning',
    entity: 'Reminder',
    entityId: reminderId,
    leadId,
    before: { expiresAt: lead.expiresAt },
    after: dates,
  });
  const payload = { reminderId, windowStart: windowStart.toISOString(), ...dates };
  await appendLeadEvent(ctx, 'WARNING_DELIVERED', lead, payload);
}

function isoOf(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
