import { z } from 'zod';
import type { VerbContext } from '../../platform/verbs/context.js';
import { idInput, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { endLead } from './end-lead.js';

export const convertLeadInput = z.object({ leadId: idInput, reason: optionalText(1_000) });

export type ConvertLeadInput = z.input<typeof convertLeadInput>;

/**
 * The lead became a customer.
 * @throws ConflictError if the lead is not ACTIVE
 */
export async function convertLead(
  ctx: VerbContext,
  input: ConvertLeadInput,
): Promise<{ leadId: string }> {
  return endLead(ctx, 'convertLead', parseInput(ctx, convertLeadInput, input));
}
