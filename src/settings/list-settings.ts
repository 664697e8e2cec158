import type { Tx } from '../db/open.js';
import { NIGHTLY_JOBS } from '../jobs/all-jobs.js';
import { SAMPLE_SETTINGS } from '../samples/sample-settings.js';
import { loadPolicy } from './load-policy.js';
import { SETTINGS } from './registry.js';

/** A setting and its value in force everywhere. */
export interface SettingView {
  readonly key: string;
  readonly description: string;
  readonly value: unknown;
  /** Null while the default counts. */
  readonly version: number | null;
  readonly updatedAt: Date | null;
}

interface Known {
  readonly key: string;
  readonly description: string;
  readonly byDefault: unknown;
}

const KNOWN: readonly Known[] = [
  ...Object.entries({ ...SETTINGS, ...SAMPLE_SETTINGS }).map(([key, { schema, description }]) => ({
    key,
    description,
    byDefault: schema.parse(undefined),
  })),
  ...NIGHTLY_JOBS.map(({ name, cron }) => ({
    key: `jobs.${name}.cron`,
    description: `When the job ${name} runs, as a cron pattern in the time zone of the policy.`,
    byDefault: cron,
  })),
];

/** Everything that can be set, in the order of the keys. */
export async function listSettings(tx: Tx): Promise<SettingView[]> {
  const rows = await tx.setting.findMany({ where: { scope: 'GLOBAL', scopeKey: '' } });
  const stored = new Map(rows.map((row) => [row.key, row]));
  const { version, ...policy } = await loadPolicy(tx);
  return [
    ...KNOWN.map(({ key, description, byDefault }) => {
      const row = stored.get(key);
      const { version = null, updatedAt = null } = row ?? {};
      return { key, description, value: row ? row.value : byDefault, version, updatedAt };
    }),
    ...Object.entries(policy).map(([key, value]) => ({
      key: `protection.${key}`,
      description: 'A part of the protection policy.',
      value,
      version,
      updatedAt: null,
    })),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
}
