import { SYSTEM_ACTOR } from './actor.js';
import { may, VERBS } from './may.js';

/** Lets a token read what its user may see; without it a token reads nothing but `me`. */
export const READ_SCOPE = 'read';

/** What an API token can be limited to: reading, and each verb that programs may use at all. */
export const SCOPES: readonly string[] = [
  READ_SCOPE,
  ...VERBS.filter((verb) => may({ ...SYSTEM_ACTOR, role: 'SERVICE' }, verb)),
];
