import { builder } from './builder.js';
import { DEFAULT_MAX_ITEMS, DEFAULT_MAX_LENGTH, MAX_ID_LENGTH } from './input-limits.js';

const LIMITS = `Unless its description says otherwise, a text has at most ${DEFAULT_MAX_LENGTH.toLocaleString('en')} characters, an id ${MAX_ID_LENGTH}, and a list ${DEFAULT_MAX_ITEMS} entries.`;

builder.queryType({
  description: `Reads. What the actor may not see is as if it did not exist. ${LIMITS}`,
});

builder.mutationType({
  description: `Changes. Each takes one \`input\` and returns what it did, or why it did not. ${LIMITS}`,
});
