import { AS_SYSTEM } from '../../domain/actor.js';
import type { JsonObject } from '../../domain/json.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import type { VerbContext } from '../../platform/verbs/context.js';

/**
 * Records the exporting actor before the first row is sent. In a transaction of the system, because auditors write
 * nothing.
 */
export async function recordExport(
  ctx: VerbContext,
  action: 'exportLeads' | 'previewPolicy',
  after: JsonObject,
): Promise<void> {
  await ctx.db.transaction(
    (tx) => appendAudit({ ...ctx, tx }, { action, entity: 'Export', entityId: newId(), after }),
    AS_SYSTEM,
  );
}

/** Of a filter only the names of its fields are recorded, as a value can be an e-mail address. */
export function namesIn(filter: unknown): string[] {
  return typeof filter === 'object' && filter !== null ? Object.keys(filter).sort() : [];
}
