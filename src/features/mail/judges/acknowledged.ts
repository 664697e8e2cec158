import type { Tx } from '../../../platform/db/open.js';

/** Whether the recipient has seen the reminder of this window in the app. */
export async function isAcknowledged(
  tx: Tx,
  leadId: string,
  kind: 'PROGRESS_WARNING' | 'BASE_PERIOD_ENDING',
  windowStart: Date,
): Promise<boolean> {
  const reminder = await tx.reminder.findUnique({
    where: { leadId_kind_windowStart: { leadId, kind, windowStart } },
    select: { acknowledgedAt: true },
  });
  return reminder?.acknowledgedAt != null;
}
