import { isDeepStrictEqual } from 'node:util';
import type { TxContext } from '../../platform/verbs/context.js';
import type { SettingChange } from './read-change.js';
import { lockSetting, readKnown, storeChange } from './store-setting.js';
import { tellChange } from './tell-change.js';

interface Decision {
  /** Null if it may have any. */
  readonly expectedVersion: number | null;
  readonly reason: string | null;
}

/**
 * Makes a change that its setting allows: stores it, audits it and tells of it. Returns false if that was the value already.
 * @throws ConflictError if the setting has another version than expected
 * @throws ValidationError if the policy could not be used with it
 */
export async function applyChange(
  ctx: TxContext,
  change: SettingChange,
  { expectedVersion, reason }: Decision,
): Promise<boolean> {
  await lockSetting(ctx, change);
  const known = await readKnown(ctx.tx, change, expectedVersion);
  if (isDeepStrictEqual(known.value, change.value)) return false;
  const version = await storeChange(ctx, change, known);
  await tellChange(ctx, {
    key: change.key,
    businessType: change.kind === 'POLICY' ? change.businessType : null,
    before: { value: known.value, version: known.version },
    after: { value: change.value, version },
    reason,
  });
  return true;
}
