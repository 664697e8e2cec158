import { z } from 'zod';
import type { Tx } from '../db/open.js';

/** What can be set about leads and holds, beside the protection policy. */
const SETTINGS = {
  /** A longer hold needs a manager. */
  maxHoldDays: z.number().int().min(1).max(3650).default(90),
  /** Days after an expiry in which the former owner may not claim the lead again. */
  reclaimCoolDownDays: z.number().int().min(0).max(3650).default(0),
  claimsPerDay: z.number().int().min(0).max(100_000).default(20),
  /** Most protected leads of one agent; null is no limit. */
  maxProtectedLeads: z.number().int().min(1).nullable().default(null),
} as const;

type Settings = typeof SETTINGS;

/**
 * The global value of a setting, or its default.
 * @throws ZodError if what is stored is not allowed
 */
export async function readSetting<Key extends keyof Settings>(
  tx: Tx,
  key: Key,
): Promise<z.output<Settings[Key]>> {
  const stored = await tx.setting.findUnique({
    where: { key_scope_scopeKey: { key, scope: 'GLOBAL', scopeKey: '' } },
    select: { value: true },
  });
  return SETTINGS[key].parse(stored?.value) as z.output<Settings[Key]>;
}
