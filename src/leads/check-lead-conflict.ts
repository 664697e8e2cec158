import { z } from 'zod';
import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import { lookUp } from '../db/look-up.js';
import { ValidationError } from '../errors.js';
import { optionalText, parseInput } from '../parse-input.js';
import type { KeyRing } from '../privacy/key-ring.js';
import { recognise } from '../privacy/recognise.js';
import { findProtected, matchKeysOf } from './find-protected.js';
import {
  cityInput,
  companyNameInput,
  contactProblems,
  countryInput,
  websiteProblems,
} from './lead-input.js';
import { resemblesProtected } from './resembles-protected.js';

export const checkLeadConflictInput = z.object({
  companyName: companyNameInput,
  city: cityInput,
  country: countryInput.nullish().transform((country) => country ?? 'DE'),
  postalCode: optionalText(20),
  email: optionalText(254),
  phone: optionalText(40),
  website: optionalText(255),
});

export type CheckLeadConflictInput = z.input<typeof checkLeadConflictInput>;

export type ConflictVerdict = 'FREE' | 'PROTECTED' | 'POSSIBLY_SAME';

/**
 * Whether a lead could be registered. The verdict is all that is told: not whose the other lead is,
 * nor by what it was recognised. It binds nobody: the registration decides, under its locks.
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
    ...contactProblems(contacts, lead.country, '').filter(({ path }) => path !== 'name'),
    ...websiteProblems(lead.website),
  ];
  if (problems.length > 0) throw new ValidationError(problems);
  return inTransaction(ctx, ({ tx }) =>
    lookUp(tx, async () => {
      const keys = [matchKeysOf({ ...lead, contacts })];
      const [known] = await findProtected(tx, keys, ctx.now);
      if (known) return 'PROTECTED';
      const [former] = keyRing ? await recognise(tx, keyRing, keys, ctx.now) : [];
      if (former?.status === 'ACTIVE') return 'PROTECTED';
      return (await resemblesProtected(tx, lead, ctx.now)) ? 'POSSIBLY_SAME' : 'FREE';
    }),
  );
}
