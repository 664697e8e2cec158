import { builder } from './builder.js';
import { DEFAULT_MAX_ITEMS, DEFAULT_MAX_LENGTH, MAX_ID_LENGTH } from './input-limits.js';

const LIMITS = `Unless its description says otherwise, a text has at most ${DEFAULT_MAX_LENGTH.toLocaleString('en')} characters, an id ${MAX_ID_LENGTH}, and a list ${DEFAULT_MAX_ITEMS} entries.`;

builder.queryType({
  description: `Reads. Objects that the actor may not see are treated as if they did not exist. ${LIMITS}`,
});

builder.mutationType({
  description: `Changes. Each takes one \`input\` and returns its payload or an error. ${LIMITS}`,
});
