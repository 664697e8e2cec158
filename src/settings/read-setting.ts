import type { z } from 'zod';
import type { Tx } from '../db/open.js';
import { SETTINGS, type SettingKey } from './registry.js';

/**
 * The global value of a setting, or its default.
 * @throws ZodError if what is stored is not allowed
 */
export async function readSetting<Key extends SettingKey>(
  tx: Tx,
  key: Key,
): Promise<z.output<(typeof SETTINGS)[Key]['schema']>> {
  const stored = await tx.setting.findUnique({
    where: { key_scope_scopeKey: { key, scope: 'GLOBAL', scopeKey: '' } },
    select: { value: true },
  });
  return SETTINGS[key].schema.parse(stored?.value) as z.output<(typeof SETTINGS)[Key]['schema']>;
}
