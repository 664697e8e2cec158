import { warningCountsFrom } from '../../domain/warnings.js';
import type { Tx } from '../../platform/db/open.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { loadFacts } from '../protection/load-facts.js';
import { projectFacts } from '../protection/project-leads.js';

/** When protection ends if the warning of a window is delivered now; null if that is paused. */
export async function expiryIfDelivered(
  tx: Tx,
  leadId: string,
  windowStart: Date,
  now: Date,
): Promise<Date | null> {
  const facts = (await loadFacts(tx, [leadId])).get(leadId);
  if (!facts) return null;
  const window = windowStart.getTime();
  const issued = facts.warnings.find((warning) => warning.windowStart === window);
  const withinMs = (await readSetting(tx, 'warningDeliveryHours')) * 3_600_000;
  const at = now.getTime();
  const sentAt = issued?.sentAt ?? warningCountsFrom(issued?.issuedAt ?? at, at, withinMs);
  const warned = { ...facts, warnings: [{ windowStart: window, sentAt }] };
  const { expiresAt } = projectFacts(warned, await loadPolicy(tx), now);
  return expiresAt === null ? null : new Date(expiresAt);
}
