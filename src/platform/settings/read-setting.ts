import type { Tx } from '../db/open.js';
import { SETTINGS, type SettingKey, type SettingValue } from './registry.js';

/** What a transaction read, by key: a verb asks for half a dozen settings, and they stand in a table of a few rows. */
const read = new WeakMap<Tx, Promise<ReadonlyMap<string, unknown>>>();

/**
 * The global value of a setting, or its default: in one transaction the same each time.
 * @throws Error that names the stored value if it is not allowed: better no work than work under a wrong rule
 */
export async function readSetting<Key extends SettingKey>(
  tx: Tx,
  key: Key,
): Promise<SettingValue<Key>> {
  const stored = await storedSettings(tx);
  if (!stored.has(key)) return SETTINGS[key].defaultValue as SettingValue<Key>;
  return parseStored(key, stored.get(key));
}

/** For a transaction that changes one. */
export function forgetSettings(tx: Tx): void {
  read.delete(tx);
}

function storedSettings(tx: Tx): Promise<ReadonlyMap<string, unknown>> {
  const known = read.get(tx) ?? loadSettings(tx);
  // A client outside a transaction reads what is there now.
  if (!('$connect' in tx)) read.set(tx, known);
  return known;
}

async function loadSettings(tx: Tx): Promise<ReadonlyMap<string, unknown>> {
  const rows = await tx.setting.findMany({
    where: { scope: 'GLOBAL', scopeKey: '' },
    select: { key: true, value: true },
  });
  return new Map(rows.map(({ key, value }) => [key, value]));
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
