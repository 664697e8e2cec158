import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
} from 'graphql';
import { isLogFlow } from '../../platform/events/log-flow.js';
import type { GraphQLContext } from './context.js';
import { type Sharing, shareSubscription } from './share-subscription.js';

/**
 * graphql-js's `subscribe` with some differences. Subscribers that follow the log alike share executions. Every event
 * is executed with a context of its own, so that nothing is cached from one event to the next. When the source fails,
 * the subscriber gets an error as its last result, instead of losing the connection and the other flows on it.
 */
export async function executeSubscription(
  given: ExecutionArgs,
  sharing: Sharing,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { createContext, toPublic, onEnd } = sharing;
  const source = await open();
  if (!(Symbol.asyncIterator in source)) {
    onEnd();
    return publicResult(source);
  }
  if (isLogFlow(source)) return shareSubscription(given, source.following, sharing);
  const events = source[Symbol.asyncIterator]();
  let failed = false;
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]() {
      return results;
    },
    async next() {
      if (failed) return { done: true, value: undefined };
      try {
        const event = await events.next();
        if (event.done) {
          onEnd();
          return { done: true, value: undefined };
        }
        const result = await reading(async (contextValue) =>
          execute({ ...given, rootValue: event.value, contextValue }),
        );
        return { done: false, value: publicResult(result) };
      } catch (error) {
        failed = true;
        onEnd();
        return { done: false, value: { errors: [toPublic(error)] } };
      }
    },
    // Not a generator: one would finish waiting for the next event before it returned.
    async return() {
      onEnd();
      await events.return?.();
      return { done: true, value: undefined };
    },
  };
  return results;

  async function open() {
    try {
      return await reading((contextValue) => createSourceEventStream({ ...given, contextValue }));
    } catch (error) {
      onEnd();
      throw error;
    }
  }

  /** No transaction outlives the event that it was opened for. */
  async function reading<T>(work: (contextValue: GraphQLContext) => Promise<T>): Promise<T> {
    const contextValue = createContext();
    try {
      return await work(contextValue);
    } finally {
      await contextValue.reads.close();
    }
  }

  function publicResult(result: ExecutionResult): ExecutionResult {
    return result.errors ? { ...result, errors: result.errors.map(toPublic) } : result;
  }
}
