import type { VerbContext } from '../context.js';
import type { Hub } from '../events/hub.js';
import type { BatchLoaders } from './batch-loaders.js';

/** What resolvers get: a verb's context and what only the API needs. */
export interface GraphQLContext extends VerbContext {
  requestId: string;
  loaders: BatchLoaders;
  hub: Hub;
  /** Ends when the client goes or its token expires. */
  signal: AbortSignal;
}
