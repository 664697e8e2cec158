import { addDays } from '../../domain/calendar.js';
import type { Tx } from '../db/open.js';
import { loadPolicy } from './load-policy.js';
import { readSetting } from './read-setting.js';
import type { SettingKey, SettingValue } from './registry.js';

/** The settings that are numbers. */
type DaysSetting = {
  [Key in SettingKey]: SettingValue<Key> extends number ? Key : never;
}[SettingKey];

/** The instant the days of a setting after another, on the calendar of the policy in force. */
export async function daysAfter(tx: Tx, at: Date, setting: DaysSetting): Promise<Date> {
  const { timeZone } = await loadPolicy(tx);
  return addDays(at, await readSetting(tx, setting), timeZone);
}

/** As {@link daysAfter}, before it: the end of a retention. */
export async function daysBefore(tx: Tx, at: Date, setting: DaysSetting): Promise<Date> {
  const { timeZone } = await loadPolicy(tx);
  return addDays(at, -(await readSetting(tx, setting)), timeZone);
}
