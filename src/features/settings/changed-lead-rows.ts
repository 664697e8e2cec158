import type { ProtectionState } from '../../domain/clock.js';
import { globalIdOf } from '../../domain/global-id.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import type { ChangedLead } from './policy-tally.js';
import { changedLeads } from './preview-policy.js';
import type { GivenChange } from './read-change.js';

/** A lead that another policy would change, as files show it. Instants are ISO 8601. */
export interface ChangedLeadRow {
  /** Global id. */
  readonly leadId: string;
  readonly companyName: string | null;
  readonly city: string | null;
  /** E-mail address of the owner. */
  readonly owner: string | null;
  readonly stateBefore: ProtectionState;
  readonly stateAfter: ProtectionState;
  readonly expiresBefore: string | null;
  readonly expiresAfter: string | null;
}

/**
 * Every lead that these changes of the policy would change, a page at a time.
 * @throws ValidationError, ForbiddenError, and PreviewEndedError if it is ended early
 */
export async function* changedLeadRows(
  ctx: VerbContext,
  changes: readonly GivenChange[],
  signal: AbortSignal,
): AsyncGenerator<ChangedLeadRow[], void> {
  for await (const leads of changedLeads(ctx, changes, signal)) yield await rowsOf(ctx, leads);
}

async function rowsOf(ctx: VerbContext, leads: readonly ChangedLead[]): Promise<ChangedLeadRow[]> {
  if (leads.length === 0) return [];
  const found = await inTransaction(ctx, ({ tx }) =>
    tx.lead.findMany({
      where: { id: { in: leads.map(({ leadId }) => leadId) } },
      select: { id: true, companyName: true, city: true, owner: { select: { email: true } } },
    }),
  );
  const known = new Map(found.map((lead) => [lead.id, lead]));
  return leads.map(({ leadId, stateBefore, stateAfter, before, after }) => {
    const lead = known.get(leadId);
    return {
      leadId: globalIdOf('Lead', leadId),
      companyName: lead?.companyName ?? null,
      city: lead?.city ?? null,
      owner: lead?.owner?.email ?? null,
      stateBefore,
      stateAfter,
      expiresBefore: isoOf(before.expiresAt),
      expiresAfter: isoOf(after.expiresAt),
    };
  });
}

function isoOf(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
