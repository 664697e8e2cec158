import { z } from 'zod';
import type { Tx } from '../db/open.js';

/** What can be set about leads and holds. The protection policy has its own, versioned store. */
export const SETTINGS = {
  'pool.coolDownDays': {
    schema: z.number().int().min(0).max(3650).default(0),
    description: 'Days that the former owner of a lead must wait before claiming it again.',
  },
  'pool.claimsPerDay': {
    schema: z.number().int().min(0).max(100_000).default(20),
    description: 'Leads that an agent may claim from the pool in one local day.',
  },
  'pool.maxProtectedLeads': {
    schema: z.number().int().min(0).max(10_000_000).nullable().default(null),
    description: 'Leads that an agent may have under protection at once; null is no limit.',
  },
  'holds.maxHoldDays': {
    schema: z.number().int().min(1).max(3650).default(90),
    description: 'Days that a hold may last without a manager.',
  },
} as const satisfies Record<string, { schema: z.ZodType; description: string }>;

type Settings = typeof SETTINGS;
export type SettingKey = keyof Settings;

/**
 * The global value of a setting, or its default.
 * @throws ZodError if what is stored is not allowed
 */
export async function readSetting<Key extends SettingKey>(
  tx: Tx,
  key: Key,
): Promise<z.output<Settings[Key]['schema']>> {
  const stored = await tx.setting.findUnique({
    where: { key_scope_scopeKey: { key, scope: 'GLOBAL', scopeKey: '' } },
    select: { value: true },
  });
  return SETTINGS[key].schema.parse(stored?.value) as z.output<Settings[Key]['schema']>;
}
