import { ConflictError, NotFoundError, ValidationError } from '../../domain/errors.js';
import { type Explanation, explain } from '../../domain/explain.js';
import { type Forecast, forecast, type Hypothesis } from '../../domain/forecast.js';
import type { LeadStatus } from '../../domain/lead-status.js';
import { type ProtectionPolicy, policyFor } from '../../domain/policy.js';
import { policyProblems } from '../../domain/policy-problems.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { loadPolicyVersions } from '../../platform/settings/load-policy-versions.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { visibleLeads } from '../leads/visibility.js';
import { type LeadFacts, loadFacts } from './load-facts.js';

interface Known {
  readonly facts: LeadFacts;
  readonly status: LeadStatus;
  readonly businessType: string | null;
  /** The one that the lead's stored dates go by. */
  readonly policy: ProtectionPolicy;
  readonly inForce: ProtectionPolicy;
}

/**
 * @throws NotFoundError if the actor may not see the lead
 * @throws ConflictError if it is not under protection
 */
function loadKnown(ctx: VerbContext, id: string): Promise<Known> {
  return inTransaction(ctx, async ({ tx, actor }) => {
    const lead = await tx.lead.findFirst({
      select: {
        status: true,
        endReason: true,
        endedAt: true,
        businessType: true,
        policyVersion: true,
      },
      where: { id, AND: [visibleLeads(actor)] },
    });
    if (!lead) throw new NotFoundError('Lead', id);
    const facts = (await loadFacts(tx, [id])).get(id);
    if (!facts) throw unprotected(lead);
    const inForce = await loadPolicy(tx);
    const policies = await loadPolicyVersions(tx, [lead.policyVersion]);
    const { businessType, policyVersion } = lead;
    const policy = policies.get(policyVersion) ?? inForce;
    return { facts, status: lead.status as LeadStatus, businessType, policy, inForce };
  });
}

function unprotected(lead: { status: string; endReason: string | null; endedAt: Date | null }) {
  const why = lead.endReason ? ` (${lead.endReason})` : '';
  const since = lead.endedAt ? ` since ${lead.endedAt.toISOString()}` : '';
  return new ConflictError(
    `Nothing protects the lead, so no dates can be told: it is ${lead.status}${why}${since}.`,
    'LEAD_NOT_ACTIVE',
  );
}

/**
 * The calculation of a lead's dates for an instant, under the policy that they were computed under.
 * @throws NotFoundError if the actor may not see the lead
 * @throws ConflictError if it is not under protection
 */
export async function explainProtection(
  ctx: VerbContext,
  { leadId, at }: { leadId: string; at: Date },
): Promise<Explanation> {
  const { facts, status, businessType, policy } = await loadKnown(ctx, leadId);
  return explain(facts, policyFor(policy, businessType), at.getTime(), status);
}

/**
 * The effect of a hypothesis. A real change would project the lead under the policy in force, so both sides go by
 * that one. Writes nothing.
 * @throws NotFoundError if the actor may not see the lead
 * @throws ConflictError if it is not under protection
 * @throws ValidationError if the hypothesis could never come true
 */
export async function forecastProtection(
  ctx: VerbContext,
  { leadId, hypothesis }: { leadId: string; hypothesis: Hypothesis },
): Promise<Forecast> {
  const { facts, inForce: policy, businessType } = await loadKnown(ctx, leadId);
  if (hypothesis.kind === 'POLICY') {
    const problems = policyProblems({ ...policy, ...hypothesis.changes });
    if (problems.length > 0) throw new ValidationError(problems);
  }
  return forecast(facts, policy, ctx.now.getTime(), hypothesis, businessType);
}
