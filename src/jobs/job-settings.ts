import { z } from 'zod';
import type { Tx } from '../db/open.js';

/** What can be set about the jobs, beside their cron times. */
const JOB_SETTINGS = {
  /** Days that a lead nobody protects any more keeps its personal data. */
  'pseudonymization.afterDays': z.number().int().min(0).max(36_500).default(60),
  /** Days that the report of a finished import stays as it is. */
  'import.retentionDays': z.number().int().min(0).max(36_500).default(7),
  'import.retentionMode': z.enum(['DELETE', 'ARCHIVE']).default('DELETE'),
  /** Days that an archived import is kept. */
  'import.archiveDays': z.number().int().min(0).max(36_500).default(90),
  /** Leads whose projection one run of the check recomputes. */
  'projection-check.sampleSize': z.number().int().min(1).max(1_000_000).default(1_000),
} as const;

type JobSettings = typeof JOB_SETTINGS;
export type JobSettingKey = keyof JobSettings;

/**
 * The global value of a setting.
 * @throws ZodError if what is stored is not allowed: better no run than one under a wrong rule.
 */
export async function jobSetting<Key extends JobSettingKey>(
  tx: Tx,
  key: Key,
): Promise<z.output<JobSettings[Key]>> {
  const stored = await tx.setting.findUnique({
    where: { key_scope_scopeKey: { key, scope: 'GLOBAL', scopeKey: '' } },
    select: { value: true },
  });
  return JOB_SETTINGS[key].parse(stored?.value) as z.output<JobSettings[Key]>;
}
