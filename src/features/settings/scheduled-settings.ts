import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { visibleRows } from '../../platform/identity/sight.js';

/** What becomes of a scheduled change. */
export const SCHEDULED_SETTING_STATUSES = ['PENDING', 'APPLIED', 'CANCELLED', 'FAILED'] as const;

export type ScheduledSettingStatus = (typeof SCHEDULED_SETTING_STATUSES)[number];

/** The scheduled changes that an actor sees: all for who reads the audit trail, else none. */
export function visibleScheduledSettings(actor: Actor): Prisma.ScheduledSettingWhereInput {
  return visibleRows<Prisma.ScheduledSettingWhereInput>(actor, 'trail', {});
}
