import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
} from 'graphql';

/** Makes the context of one event from the context of the subscription. */
export type ContextPerEvent<Context> = (context: Context) => Context;

/**
 * graphql-js's `subscribe` with two differences. Every event is executed with a context of its own,
 * so that nothing is cached from one event to the next. And when the source fails, the subscriber is
 * told so in a last result, instead of losing the connection and everybody else's flows with it.
 */
export async function executeSubscription<Context>(
  args: ExecutionArgs,
  contextOf: ContextPerEvent<Context>,
  toPublic: (error: unknown) => GraphQLError,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
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
        const contextValue = contextOf(args.contextValue as Context);
        return {
          done: false,
          value: await execute({ ...args, rootValue: event.value, contextValue }),
        };
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
}
