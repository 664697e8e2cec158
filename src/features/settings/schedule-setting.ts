import { ValidationError } from '../../domain/errors.js';
import type { DatedJsonValue } from '../../domain/json.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import type { TxContext } from '../../platform/verbs/context.js';
import type { SettingChange } from './read-change.js';
import { settingId } from './setting-id.js';

/** Most changes that may wait at a time. */
const MAX_PENDING = 100;

/** How far ahead a change may be scheduled. */
export const MAX_YEARS_AHEAD = 5;

/** When and why a change is to be made. */
export interface Schedule {
  readonly validFrom: Date;
  readonly reason: string;
}

/**
 * Keeps a change that was judged until its instant comes. Returns its id.
 * @throws ValidationError if as many as may wait do already
 */
export async function scheduleSetting(
  ctx: TxContext,
  change: SettingChange,
  { validFrom, reason }: Schedule,
): Promise<string> {
  const { tx, actor, now } = ctx;
  const pending = await tx.scheduledSetting.count({ where: { status: 'PENDING' } });
  if (pending >= MAX_PENDING) {
    const message = `${pending} changes are scheduled already, allowed are ${MAX_PENDING}`;
    throw new ValidationError([{ path: 'validFrom', message }]);
  }
  const id = newId();
  const { key, value } = change;
  const businessType = change.kind === 'POLICY' ? change.businessType : null;
  await tx.scheduledSetting.create({
    data: {
      id,
      key,
      businessType,
      value: value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue),
      validFrom,
      reason,
      createdById: actor.id ?? '',
      createdAt: now,
    },
  });
  await appendAudit(ctx, {
    action: 'scheduleSetting',
    entity: 'Setting',
    entityId: settingId(key),
    after: { id, key, businessType, value: value as DatedJsonValue, validFrom, reason },
  });
  return id;
}
