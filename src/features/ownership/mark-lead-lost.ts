import { z } from 'zod';
import type { VerbContext } from '../../platform/verbs/context.js';
import { idInput, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { endLead } from './end-lead.js';

export const markLeadLostInput = z.object({ leadId: idInput, reason: optionalText(1_000) });

export type MarkLeadLostInput = z.input<typeof markLeadLostInput>;

/**
 * The lead will not become a customer.
 * @throws ConflictError if the lead is not ACTIVE
 */
export async function markLeadLost(
  ctx: VerbContext,
  input: MarkLeadLostInput,
): Promise<{ leadId: string }> {
  return endLead(ctx, 'markLeadLost', parseInput(ctx, markLeadLostInput, input));
}
