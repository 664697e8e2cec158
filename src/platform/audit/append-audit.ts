import type { DatedJsonObject } from '../../domain/json.js';
import { newId } from '../db/ids.js';
import type { Tx } from '../db/open.js';
import type { TxContext } from '../verbs/context.js';

export interface NewAuditEntry {
  /** The verb, such as `registerLead`. */
  action: string;
  /** The type of the changed row, such as `Lead`. */
  entity: string;
  entityId: string;
  leadId?: string | null;
  /** The changed values before the change; left out for a new row. */
  before?: DatedJsonObject;
  after?: DatedJsonObject;
}

const audited = new WeakSet<Tx>();

/** Whether entries were appended in the transaction, so that after its commit there is something to seal. */
export function hasAudited(tx: Tx): boolean {
  return audited.has(tx);
}

/**
 * Records a change and its actor in the transaction of the change; the sealer links the entry into the chain later.
 */
export async function appendAudit(ctx: TxContext, entry: NewAuditEntry): Promise<void> {
  await appendAudits(ctx, [entry]);
}

/** Records many changes with one statement. */
export async function appendAudits(
  ctx: TxContext,
  entries: readonly NewAuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  audited.add(ctx.tx);
  const rows = entries.map(({ action, entity, entityId, leadId, before, after }) => ({
    id: newId(),
    action,
    entity,
    entity_id: entityId,
    lead_id: leadId ?? null,
    before: before ?? null,
    after: after ?? null,
  }));
  await ctx.tx.$executeRaw`
    INSERT INTO audit_entry (id, occurred_at, actor_id, request_id, action, entity, entity_id, lead_id, before, after)
    SELECT id, ${ctx.now.toISOString()}::timestamptz, ${ctx.actor.id}::uuid, ${ctx.requestId}::text,
      action, entity, entity_id, lead_id, nullif(before, 'null'), nullif(after, 'null')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS entry (
      id uuid, action text, entity text, entity_id uuid, lead_id uuid, before jsonb, after jsonb)`;
}
