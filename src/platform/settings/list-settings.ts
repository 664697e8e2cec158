import type { Tx } from '../db/open.js';
import { loadPolicy } from './load-policy.js';
import { KNOWN_SETTINGS, type KnownSetting } from './registry.js';

/** The stored row of one key. */
interface Stored {
  readonly key: string;
  readonly value: unknown;
  /** Null while the default counts. */
  readonly version: number | null;
  readonly updatedAt: Date | null;
}

/** A setting and its value in force everywhere. */
export type SettingView = KnownSetting & Stored;

/** All settings, in the order of the keys. */
export async function listSettings(tx: Tx): Promise<SettingView[]> {
  const rows = await tx.setting.findMany({ where: { scope: 'GLOBAL', scopeKey: '' } });
  const stored = new Map<string, Stored>();
  for (const row of [...rows, ...(await storedPolicy(tx))]) stored.set(row.key, row);
  return KNOWN_SETTINGS.map((known) => {
    const { value, version, updatedAt } = stored.get(known.key) ?? {
      value: known.defaultValue,
      version: null,
      updatedAt: null,
    };
    return { ...known, value, version, updatedAt };
  });
}

/** The parts of the policy in force, each with the version and the age of the whole. */
async function storedPolicy(tx: Tx): Promise<Stored[]> {
  const { version, ...policy } = await loadPolicy(tx);
  const stored = await tx.policyVersion.findUnique({ where: { version } });
  if (!stored) return [];
  return Object.entries(policy).map(([part, value]) => ({
    key: `protection.${part}`,
    value,
    version,
    updatedAt: stored.validFrom,
  }));
}
