import { ValidationError } from '../../domain/errors.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { KNOWN_SETTINGS } from '../../platform/settings/registry.js';
import { noSetting } from './read-change.js';
import { settingId } from './setting-id.js';

/** One change of a setting. Its values are null together with its versions once it was blanked. */
export interface SettingHistoryEntry {
  readonly id: string;
  readonly occurredAt: Date;
  /** Null for the system itself. */
  readonly actorId: string | null;
  /** For the leads of this type alone; null for all. */
  readonly businessType: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly version: number | null;
  readonly reason: string | null;
}

interface Change {
  readonly businessType?: string | null;
  readonly value?: unknown;
  readonly version?: number;
  readonly reason?: string | null;
}

export interface HistoryOf {
  readonly key: string;
  /** Left out for all changes of the key. */
  readonly businessType?: string | null | undefined;
  readonly first: number;
}

/**
 * The changes of a setting, the latest first, from the audit trail; empty for actors who may not read it.
 * @throws ValidationError if there is no such setting
 */
export async function settingHistory(
  tx: Tx,
  { key, businessType, first }: HistoryOf,
): Promise<SettingHistoryEntry[]> {
  if (!KNOWN_SETTINGS.some((known) => known.key === key)) {
    throw new ValidationError([{ path: 'key', message: noSetting(key) }]);
  }
  const ofType: Prisma.AuditEntryWhereInput =
    businessType == null ? {} : { after: { path: ['businessType'], equals: businessType } };
  const entries = await tx.auditEntry.findMany({
    where: { action: 'updateSetting', entity: 'Setting', entityId: settingId(key), ...ofType },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: first,
  });
  return entries.map(({ id, occurredAt, actorId, before, after }) => {
    const from = before as Change | null;
    const to = after as Change | null;
    return {
      ...{ id, occurredAt, actorId },
      businessType: to?.businessType ?? null,
      before: from?.value ?? null,
      after: to?.value ?? null,
      version: to?.version ?? null,
      reason: to?.reason ?? null,
    };
  });
}
