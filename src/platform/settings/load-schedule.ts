import type { Logger } from 'pino';
import { AS_SYSTEM } from '../../domain/actor.js';
import { JOB_NAMES, type JobName } from '../../domain/nightly-jobs.js';
import type { Database, Tx } from '../db/open.js';
import { loadPolicy } from './load-policy.js';
import { SETTINGS } from './registry.js';

/** When the jobs run. */
export interface Schedule {
  /** IANA zone in which the cron times are read. */
  readonly timeZone: string;
  readonly cron: Readonly<Record<JobName, string>>;
}

/** The log entry about a setting that is no cron pattern. */
type Report = (about: { key: string; value: unknown; defaultValue: string }) => void;

/** `readSchedule` in a transaction of its own; a setting that is no cron pattern is logged. */
export function loadSchedule(db: Database, log: Logger): Promise<Schedule> {
  const report: Report = (about) =>
    log.error(about, 'setting is no cron pattern, the default counts');
  return db.transaction((tx) => readSchedule(tx, report), AS_SYSTEM);
}

/**
 * When the jobs run: the settings `jobs.<name>.cron`, read in the zone of the policy. A setting that
 * is no cron pattern is reported, and the default counts.
 */
export async function readSchedule(tx: Tx, report: Report = () => {}): Promise<Schedule> {
  const { timeZone } = await loadPolicy(tx);
  const stored = await tx.setting.findMany({
    where: { key: { startsWith: 'jobs.' }, scope: 'GLOBAL', scopeKey: '' },
    select: { key: true, value: true },
  });
  const values = new Map(stored.map(({ key, value }) => [key, value]));
  const cronOf = (name: JobName): string => {
    const key = `jobs.${name}.cron` as const;
    const { schema, defaultValue } = SETTINGS[key];
    const value = values.get(key);
    if (value === undefined) return defaultValue;
    const cron = schema.safeParse(value);
    if (cron.success) return cron.data;
    report({ key, value, defaultValue });
    return defaultValue;
  };
  const entries = JOB_NAMES.map((name) => [name, cronOf(name)] as const);
  return { timeZone, cron: Object.fromEntries(entries) as Record<JobName, string> };
}
