import { z } from 'zod';
import { requireMay } from '../auth/may.js';
import { askGate } from '../conflicts/gate.js';
import { refuseOverCheckLimit } from '../conflicts/limit-checks.js';
import { questionOf } from '../conflicts/match-keys.js';
import { recordChecks } from '../conflicts/record-checks.js';
import { inTransaction, type VerbContext } from '../context.js';
import type { ConflictVerdict } from '../domain/judge-conflict.js';
import { ValidationError } from '../errors.js';
import { optionalLine, parseInput } from '../parse-input.js';
import type { KeyRing } from '../privacy/key-ring.js';
import {
  cityInput,
  companyNameInput,
  contactProblems,
  countryInput,
  placeOf,
  postalCodeProblems,
  websiteProblems,
} from './lead-input.js';

export const checkLeadConflictInput = z
  .object({
    companyName: companyNameInput,
    city: cityInput,
    country: countryInput.nullish(),
    postalCode: optionalLine(20),
    email: optionalLine(254),
    phone: optionalLine(40),
    website: optionalLine(255),
  })
  .transform((input) => ({ ...input, ...placeOf(input.postalCode, input.country) }));

export type CheckLeadConflictInput = z.input<typeof checkLeadConflictInput>;

/**
 * Whether a lead could be registered. The verdict is all that is told: not whose the other lead is,
 * nor by what it was recognised. It binds no one: the registration decides, under its locks. Each check
 * is recorded and counts towards what the settings allow for a day.
 * @throws ConflictError if the actor has made as many as allowed
 */
export async function checkLeadConflict(
  ctx: VerbContext,
  input: CheckLeadConflictInput,
  keyRing: KeyRing | null = null,
): Promise<ConflictVerdict> {
  requireMay(ctx, 'checkLeadConflict');
  const { email, phone, ...lead } = parseInput(checkLeadConflictInput, input);
  const contacts =
    email === null && phone === null ? [] : [{ name: null, email, phone, role: null }];
  const problems = [
    ...postalCodeProblems(lead.postalCode, lead.country),
    ...contactProblems(contacts, lead.country, '').filter(({ path }) => path !== 'name'),
    ...websiteProblems(lead.website),
  ];
  if (problems.length > 0) throw new ValidationError(problems);
  return inTransaction(ctx, async (tx) => {
    await refuseOverCheckLimit(tx);
    const question = questionOf({ ...lead, contacts });
    const [conflict] = await askGate(tx, [question], keyRing);
    const verdict = conflict?.verdict ?? 'FREE';
    await recordChecks(tx, 'checkLeadConflict', [{ keys: question.keys, verdict }], keyRing);
    return verdict;
  });
}
