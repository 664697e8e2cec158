import type { Tx } from '../db/open.js';
import { SETTINGS, type SettingKey, type SettingValue } from './registry.js';

/**
 * The global value of a setting, or its default.
 * @throws Error that names the stored value if it is not allowed: better no work than work under a wrong rule
 */
export async function readSetting<Key extends SettingKey>(
  tx: Tx,
  key: Key,
): Promise<SettingValue<Key>> {
  const stored = await tx.setting.findUnique({
    where: { key_scope_scopeKey: { key, scope: 'GLOBAL', scopeKey: '' } },
    select: { value: true },
  });
  if (!stored) return SETTINGS[key].defaultValue as SettingValue<Key>;
  return parseStored(key, stored.value);
}

/** @throws Error if what is stored is not allowed */
export function parseStored<Key extends SettingKey>(key: Key, value: unknown): SettingValue<Key> {
  const parsed = SETTINGS[key].schema.safeParse(value);
  if (parsed.success) return parsed.data as SettingValue<Key>;
  const allowed = parsed.error.issues.map(({ message }) => message).join('; ');
  throw new Error(
    `The setting ${key} is stored as ${JSON.stringify(value)}, which is not allowed: ${allowed}`,
  );
}
