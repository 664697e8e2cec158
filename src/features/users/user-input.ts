import { z } from 'zod';
import { ROLES } from '../../domain/actor.js';
import { LOCALES } from '../../domain/locales.js';
import { normalizeEmail } from '../../domain/matching/normal-forms.js';
import { oneOf } from '../../platform/input/one-of.js';
import { requiredLine } from '../../platform/verbs/parse-input.js';

export const emailInput = z.string().transform((given, check) => {
  const email = normalizeEmail(given);
  if (email !== null) return email;
  check.addIssue({ code: 'custom', message: `${JSON.stringify(given)} is no e-mail address` });
  return z.NEVER;
});
export const nameInput = requiredLine(200);
export const roleInput = oneOf(ROLES);
export const territoryInput = requiredLine(50);
export const localeInput = z.enum(LOCALES, `allowed is ${LOCALES.join(' or ')}`);
