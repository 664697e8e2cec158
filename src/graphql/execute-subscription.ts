import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
} from 'graphql';

/**
 * graphql-js's `subscribe` with two differences. Every event is executed with a context of its own,
 * so that nothing is cached from one event to the next. And when the source fails, the subscriber is
 * told so in a last result, instead of losing the connection and everybody else's flows with it.
 */
export async function executeSubscription(
  given: ExecutionArgs,
  createContext: () => unknown,
  toPublic: (error: unknown) => GraphQLError,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream({ ...given, contextValue: createContext() });
  if (!(Symbol.asyncIterator in source)) return publicResult(source);
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
        if (event.done) return { done: true, value: undefined };
        const args = { ...given, rootValue: event.value, contextValue: createContext() };
        return { done: false, value: publicResult(await execute(args)) };
      } catch (error) {
        failed = true;
        return { done: false, value: { errors: [toPublic(error)] } };
      }
    },
    // Not a generator: one would finish waiting for the next event before it returned.
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
  };
  return results;

  function publicResult(result: ExecutionResult): ExecutionResult {
    return result.errors ? { ...result, errors: result.errors.map(toPublic) } : result;
  }
}
