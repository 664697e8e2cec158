import type { Logger } from 'pino';
import { AS_SYSTEM } from '../auth/actor.js';
import type { Database } from '../db/open.js';
import { loadPolicy } from '../settings/load-policy.js';
import { SETTINGS } from '../settings/registry.js';
import { JOB_NAMES, type JobName } from './define-job.js';
import type { Schedule } from './scheduler.js';

/**
 * When the jobs run: the settings `jobs.<name>.cron`, read in the zone of the policy. A setting that
 * is no cron pattern is reported, and the default counts.
 */
export async function loadSchedule(db: Database, log: Logger): Promise<Schedule> {
  const { timeZone, stored } = await db.transaction(
    async (tx) => ({
      timeZone: (await loadPolicy(tx)).timeZone,
      stored: await tx.setting.findMany({
        where: { key: { startsWith: 'jobs.' }, scope: 'GLOBAL', scopeKey: '' },
        select: { key: true, value: true },
      }),
    }),
    AS_SYSTEM,
  );
  const values = new Map(stored.map(({ key, value }) => [key, value]));
  const cronOf = (name: JobName): string => {
    const key = `jobs.${name}.cron` as const;
    const { schema, defaultValue } = SETTINGS[key];
    const value = values.get(key);
    if (value === undefined) return defaultValue;
    const cron = schema.safeParse(value);
    if (cron.success) return cron.data;
    log.error({ key, value, defaultValue }, 'setting is no cron pattern, the default counts');
    return defaultValue;
  };
  const entries = JOB_NAMES.map((name) => [name, cronOf(name)] as const);
  return { timeZone, cron: Object.fromEntries(entries) as Record<JobName, string> };
}
