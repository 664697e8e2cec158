import type { Logger } from 'pino';
import { AS_SYSTEM } from '../auth/actor.js';
import type { Database } from '../db/open.js';
import { loadPolicy } from '../settings/load-policy.js';
import { NIGHTLY_JOBS } from './all-jobs.js';
import type { JobName } from './define-job.js';
import { latestSlotOf, type Schedule } from './scheduler.js';

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
  const cronOf = (name: JobName, byDefault: string): string => {
    const key = `jobs.${name}.cron`;
    const value = values.get(key);
    if (value === undefined) return byDefault;
    if (typeof value === 'string' && isCron(value, timeZone)) return value;
    log.error({ key, value, byDefault }, 'setting is no cron pattern, the default counts');
    return byDefault;
  };
  const entries = NIGHTLY_JOBS.map(({ name, cron }) => [name, cronOf(name, cron)] as const);
  return { timeZone, cron: Object.fromEntries(entries) as Record<JobName, string> };
}

function isCron(pattern: string, timeZone: string): boolean {
  try {
    latestSlotOf(pattern, timeZone, new Date(0));
    return true;
  } catch {
    return false;
  }
}
