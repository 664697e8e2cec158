import type { DatedJsonValue } from '../../domain/json.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { settingId } from './setting-id.js';

/** The change of a setting as its history tells it. */
export interface ToldChange {
  readonly key: string;
  readonly businessType: string | null;
  readonly before: { readonly value: unknown; readonly version: number };
  readonly after: { readonly value: unknown; readonly version: number };
  readonly reason: string | null;
}

/** Writes the change into the audit trail, of which the history is made, and tells the subscribers. */
export async function tellChange(ctx: TxContext, change: ToldChange): Promise<void> {
  const { key, businessType, before, after, reason } = change;
  const auditable = (one: unknown) => one as DatedJsonValue;
  await appendAudit(ctx, {
    action: 'updateSetting',
    entity: 'Setting',
    entityId: settingId(key),
    before: { key, businessType, value: auditable(before.value), version: before.version },
    after: { key, businessType, value: auditable(after.value), version: after.version, reason },
  });
  await appendEvent(ctx, { type: 'SETTING_CHANGED', payload: { key, version: after.version } });
}
