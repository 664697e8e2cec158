import { AS_SYSTEM } from '../../domain/actor.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { requireMay } from '../../platform/identity/may.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import type { CsvLanguage } from './lead-csv.js';
import type { WhichLeads } from './lead-pages.js';

/** @throws ForbiddenError if the actor may not take leads out */
export function requireMayExport(ctx: Pick<VerbContext, 'actor'>): void {
  requireMay(ctx, 'exportLeads');
}

/**
 * Records the exporting actor before the first lead is sent. Of the filter only the names of its fields are recorded,
 * as a value can be an e-mail address. In a transaction of the system, because auditors write nothing.
 */
export async function recordExport(
  ctx: VerbContext,
  { filter, orderBy, language }: WhichLeads & { language: CsvLanguage },
): Promise<void> {
  await ctx.db.transaction(
    (tx) =>
      appendAudit(
        { ...ctx, tx },
        {
          action: 'exportLeads',
          entity: 'Export',
          entityId: newId(),
          after: { filteredBy: namesIn(filter), ordered: orderBy != null, language },
        },
      ),
    AS_SYSTEM,
  );
}

function namesIn(filter: unknown): string[] {
  return typeof filter === 'object' && filter !== null ? Object.keys(filter).sort() : [];
}
