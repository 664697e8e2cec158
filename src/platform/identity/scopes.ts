import { isVerb, notForPrograms, VERBS } from './may.js';

/** Lets a token read what its user may see; without it a token reads nothing but `me`. */
export const READ_SCOPE = 'read';

/** The scopes that an API token can be limited to: reading, and each verb that programs may use at all. */
export const SCOPES: readonly string[] = [
  READ_SCOPE,
  ...VERBS.filter((verb) => notForPrograms(verb) === null),
];

/** Reason for which a text is no scope; null if it is one. */
export function noScope(given: string): string | null {
  if (SCOPES.includes(given)) return null;
  const reason = isVerb(given) ? notForPrograms(given) : null;
  const why = reason === null ? '' : `, which no program may: ${reason};`;
  return `${JSON.stringify(given)} given${why || ','} allowed is one of ${SCOPES.join(', ')}`;
}
