import { partOf } from '../../domain/change-policy.js';
import { ConflictError } from '../../domain/errors.js';
import { DEFAULT_POLICY, type ProtectionPolicy } from '../../domain/policy.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { uncheckedPolicyOf } from '../../platform/settings/load-policy.js';
import { forgetSettings } from '../../platform/settings/read-setting.js';
import { SETTINGS } from '../../platform/settings/registry.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { changedPolicy, type SettingChange } from './read-change.js';

/** The stored value before a change. */
export interface KnownValue {
  /** 0 if it was never set. */
  readonly version: number;
  readonly value: unknown;
  /** As it would be with the change; null for a plain key. */
  readonly proposed: ProtectionPolicy | null;
}

/** Namespace of the advisory locks on settings. */
const LOCK_CLASS = 4_711_005;

/** The second transaction waits until the first has committed, and then finds another version. */
export async function lockSetting({ tx }: TxContext, change: SettingChange): Promise<void> {
  await lock(tx, change.kind === 'POLICY' ? 'protection' : change.key);
}

/** The same for the whole protection policy. */
export async function lockPolicy({ tx }: TxContext): Promise<void> {
  await lock(tx, 'protection');
}

async function lock(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${name}))`;
}

/**
 * What stands there, and what the policy would become. An expected version of null is any.
 * @throws ConflictError if it has another version than expected
 * @throws ValidationError if the policy could not be used
 */
export async function readKnown(
  tx: Tx,
  change: SettingChange,
  expectedVersion: number | null,
): Promise<KnownValue> {
  if (change.kind === 'PLAIN') {
    const { key } = change;
    const stored = await tx.setting.findUnique({
      where: { key_scope_scopeKey: { key, scope: 'GLOBAL', scopeKey: '' } },
    });
    const version = requireVersion(key, stored?.version ?? 0, expectedVersion);
    return { version, value: stored ? stored.value : SETTINGS[key].defaultValue, proposed: null };
  }
  const stored = await tx.policyVersion.findFirst({ orderBy: { version: 'desc' } });
  const version = requireVersion(change.key, stored?.version ?? 0, expectedVersion);
  // One that cannot be used can be mended.
  const policy = stored ? uncheckedPolicyOf(stored) : DEFAULT_POLICY;
  const proposed = changedPolicy(policy, [change], 'value');
  return { version, value: partOf(policy, change), proposed };
}

function requireVersion(key: string, version: number, expected: number | null): number {
  if (expected === null || version === expected) return version;
  throw staleSetting(key, expected, `, it is at ${version}`);
}

/** The error for an admin who was not the first. */
export function staleSetting(key: string, expected: number, now = ''): ConflictError {
  return new ConflictError(
    `The setting ${key} is not at version ${expected}${now}: somebody changed it meanwhile.`,
    'STALE_VERSION',
  );
}

/** Writes what was decided. Returns the new version. */
export async function storeChange(
  ctx: TxContext,
  change: SettingChange,
  known: KnownValue,
): Promise<number> {
  if (known.proposed) return storePolicy(ctx, known.proposed);
  return storeValue(ctx, change, known.version);
}

async function storePolicy(
  { tx, now }: TxContext,
  { version: inForce, ...policy }: ProtectionPolicy,
): Promise<number> {
  const version = inForce + 1;
  const data = { version, policy: policy as unknown as Prisma.InputJsonObject, validFrom: now };
  await tx.policyVersion.create({ data });
  return version;
}

async function storeValue(
  { tx, actor, now }: TxContext,
  { key, value }: SettingChange,
  before: number,
): Promise<number> {
  forgetSettings(tx);
  const version = before + 1;
  const data = {
    value: value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue),
    version,
    updatedAt: now,
    updatedById: actor.id,
  };
  if (before === 0) {
    await tx.setting.create({ data: { key, ...data } });
    return version;
  }
  const where = { key, scope: 'GLOBAL', scopeKey: '', version: before };
  const { count } = await tx.setting.updateMany({ where, data });
  if (count === 0) throw staleSetting(key, before);
  return version;
}
