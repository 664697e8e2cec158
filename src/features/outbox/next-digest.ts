import { firstSlotFrom } from '../../platform/settings/first-slot.js';
import { readSchedule } from '../../platform/settings/load-schedule.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** The warnings of a night are issued in this time; their mails take along what waits for them. */
const ISSUING_MS = 5 * 60_000;

/**
 * When mails leave that go out with the warnings of the next night, if none of those takes them along before: for
 * `notBefore`. Null where each mail goes by itself.
 */
export async function nextDigest({ tx, now }: TxContext): Promise<Date | null> {
  if (!(await readSetting(tx, 'mail.nightlyDigest'))) return null;
  const { cron, timeZone } = await readSchedule(tx);
  const slot = firstSlotFrom(cron['progress-warning'], timeZone, now);
  return new Date(slot.getTime() + ISSUING_MS);
}
