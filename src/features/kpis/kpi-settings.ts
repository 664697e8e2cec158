import { parseStored } from '../../platform/settings/read-setting.js';
import { SETTINGS, type SettingKey, type SettingValue } from '../../platform/settings/registry.js';
import type { KpiQuery } from './kpi-query.js';

type KpiSettingKey = Extract<SettingKey, `kpi.${string}`>;

export type KpiSettings = { readonly [Key in KpiSettingKey]: SettingValue<Key> };

const KEYS = Object.keys(SETTINGS).filter((key) => key.startsWith('kpi.')) as KpiSettingKey[];

/** The settings of the numbers, with one statement. */
export async function readKpiSettings(query: KpiQuery): Promise<KpiSettings> {
  const rows = await query<{ key: string; value: string }>(
    `SELECT key, value::text AS value FROM setting
     WHERE key IN (${KEYS.map((key) => `'${key}'`).join(', ')}) AND scope = 'GLOBAL' AND scope_key = ''`,
    [],
  );
  const stored = new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
  return Object.fromEntries(
    KEYS.map((key) => [
      key,
      stored.has(key) ? parseStored(key, stored.get(key)) : SETTINGS[key].defaultValue,
    ]),
  ) as KpiSettings;
}
