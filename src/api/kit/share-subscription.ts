import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  getOperationAST,
  Kind,
  visit,
} from 'graphql';
import type { Actor } from '../../domain/actor.js';
import type { ChannelSpec, Channels } from '../../platform/events/channels.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import type { Following } from '../../platform/events/log-flow.js';
import type { LogPlace } from '../../platform/events/log-reader.js';
import { sightOf } from '../../platform/identity/sight.js';
import type { GraphQLContext, Operation } from './context.js';
import { isUnexpected, withoutStatus } from './errors.js';
import { OutletSubscriber } from './outlet-subscriber.js';
import { type Rendered, resultFlow } from './result-flow.js';

export interface Sharing {
  readonly channels: Channels<Rendered>;
  readonly operation: Operation;
  /** A context for the subscriber. */
  readonly createContext: () => GraphQLContext;
  /** A context for one event, read with the same sight as the subscriber's. */
  readonly createSharedContext: (actor: Actor) => GraphQLContext;
  /** The result that the subscriber gets before any event. */
  readonly startFrame: (actor: Actor, from: LogPlace) => Rendered;
  readonly toPublic: (error: unknown) => GraphQLError;
  /** The same for failures long after the subscription began, for all subscribers that share it. */
  readonly toPublicLater: (error: unknown) => GraphQLError;
  /** Called at least once when the flow ends, for any reason. */
  readonly onEnd: () => void;
}

/**
 * The results of a subscription that follows the log. Those with the same document, variables and sight share one
 * execution of each event, and its text.
 */
export function shareSubscription(
  given: ExecutionArgs,
  following: Following,
  sharing: Sharing,
): AsyncIterableIterator<ExecutionResult> {
  const { channels, operation, toPublicLater, onEnd } = sharing;
  const { session, filter, from } = following;
  const first = sharing.startFrame(session.actor, from);
  const spec: ChannelSpec<Rendered> = {
    key: channelKey(given, following),
    filter,
    render: createRender(given, sharing),
  };
  try {
    const { outlet } = operation;
    if (outlet) {
      const subscriber = new OutletSubscriber(session, outlet, toPublicLater);
      outlet.attach(channels.join(spec, subscriber, from), onEnd);
      // In the same turn of the event loop, in which no event is told yet.
      outlet.write(first.text);
      return TOLD_BY_OUTLET;
    }
    const { signal } = operation;
    const flow = resultFlow({ session, signal, first, toPublic: toPublicLater, onEnd });
    flow.leaveWith(channels.join(spec, flow.subscriber, from));
    return flow.results;
  } catch (error) {
    onEnd();
    throw error;
  }
}

/** The empty iteration of a subscription whose results go to an outlet. */
const TOLD_BY_OUTLET: AsyncIterableIterator<ExecutionResult> = {
  [Symbol.asyncIterator]: () => TOLD_BY_OUTLET,
  next: async () => ({ done: true, value: undefined }),
};

/** After so many attempts the error of an event is sent to subscribers: the cause is not an unavailable database. */
const ATTEMPTS = 3;

/** The channel outlives the subscriber that it was made for, so it keeps only what all subscribers have in common. */
function createRender(
  { contextValue: _, ...args }: ExecutionArgs,
  { createSharedContext, toPublicLater }: Sharing,
): ChannelSpec<Rendered>['render'] {
  return async (event, actor, attempt) => {
    const contextValue = createSharedContext(actor);
    try {
      const { data, errors } = await execute({ ...args, rootValue: event, contextValue });
      const told = errors?.map(toPublicLater);
      const failure = attempt < ATTEMPTS ? told?.find(isUnexpected) : undefined;
      if (failure) throw failure;
      const result: ExecutionResult = {
        ...(told ? { errors: told } : {}),
        ...(data === undefined ? {} : { data }),
      };
      const text = JSON.stringify(told ? { ...result, errors: told.map(withoutStatus) } : result);
      const cursor = cursorsOf(contextValue.services.keyRing).of(event, actor);
      return { result, text, cursor };
    } finally {
      // No transaction outlives the event that it was opened for.
      await contextValue.reads.close();
    }
  };
}

/** Documents are kept parsed, so that the same text is the same object. */
const documentNumbers = new WeakMap<object, number>();
let documents = 0;

function channelKey(given: ExecutionArgs, { session, filter }: Following): string {
  const { document, operationName, variableValues } = given;
  let number = documentNumbers.get(document);
  if (number === undefined) {
    documents += 1;
    number = documents;
    documentNumbers.set(document, number);
  }
  const cursors = cursorVariables(given);
  const variables = Object.entries(variableValues ?? {})
    .filter(([name]) => !cursors.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([number, operationName ?? null, variables, filter, sightOf(session.actor)]);
}

/** Variables that only say where to begin. */
function cursorVariables({ document, operationName }: ExecutionArgs): ReadonlySet<string> {
  const operation = getOperationAST(document, operationName);
  const uses = new Map<string, number>();
  for (const definition of document.definitions) {
    // The definition of a variable is no use of it.
    const body = 'selectionSet' in definition ? definition.selectionSet : definition;
    visit(body, {
      Variable({ name }) {
        uses.set(name.value, (uses.get(name.value) ?? 0) + 1);
      },
    });
  }
  const cursors = new Set<string>();
  for (const selection of operation?.selectionSet.selections ?? []) {
    if (selection.kind !== Kind.FIELD) continue;
    for (const { name, value } of selection.arguments ?? []) {
      if (name.value !== 'after' || value.kind !== Kind.VARIABLE) continue;
      if (uses.get(value.name.value) === 1) cursors.add(value.name.value);
    }
  }
  return cursors;
}
