import { z } from 'zod';
import type { VerbContext } from '../../platform/verbs/context.js';
import { idInput, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { endLead } from './end-lead.js';

export const releaseLeadInput = z.object({ leadId: idInput, reason: optionalText(1_000) });

export type ReleaseLeadInput = z.input<typeof releaseLeadInput>;

/**
 * The owner, or a manager, gives the lead back to the pool.
 * @throws ConflictError if the lead is not ACTIVE
 */
export async function releaseLead(
  ctx: VerbContext,
  input: ReleaseLeadInput,
): Promise<{ leadId: string }> {
  return endLead(ctx, 'releaseLead', parseInput(ctx, releaseLeadInput, input));
}
