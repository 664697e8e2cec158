import { builder } from './builder.js';

builder.queryType({ description: 'Reads. What the actor may not see is as if it did not exist.' });
