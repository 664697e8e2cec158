import { builder } from './builder.js';

builder.queryType({ description: 'Reads. What the actor may not see is as if it did not exist.' });

builder.mutationType({
  description: 'Changes. Each takes one `input` and returns what it did, or why it did not.',
});
