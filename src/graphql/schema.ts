import './scalars.js';
import './roots.js';
import './errors.js';
import '../users/graphql.js';
import '../leads/graphql.js';
import '../leads/graphql-queries.js';
import '../activities/graphql.js';
import { builder } from './builder.js';

export const schema = builder.toSchema();
