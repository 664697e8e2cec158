import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { SubscribeMessage } from 'graphql-ws';
import type { Logger } from 'pino';
import { publicError } from '../../api/kit/errors.js';
import { tooManyBytes, tooManySubscriptions } from '../../api/kit/limit-subscriptions.js';
import { keptBytes, onlyDeclared } from '../../api/kit/sent-variables.js';
import type { TooManySubscriptionsError } from '../../domain/errors.js';
import type { LiveSessions } from '../../features/sign-in/live-sessions.js';
import type { Limits } from '../../platform/input/limits.js';
import type { Throttle } from '../../platform/limits/throttle.js';
import type { Yoga } from '../yoga.js';
import type { Connection } from './connection.js';
import type { SocketOperation } from './socket-operation.js';

export interface RunnerOptions {
  readonly yoga: Yoga;
  readonly sessions: LiveSessions;
  readonly throttle: Throttle;
  readonly limits: Limits;
  readonly log: Logger;
}

type Payload = SubscribeMessage['payload'];

/** Runs what a client asks for exactly as over HTTP, and sends it the results. */
export function createOperationRunner(options: RunnerOptions) {
  const { yoga, sessions, throttle, limits, log } = options;

  return async function run(operation: SocketOperation, payload: Payload): Promise<void> {
    try {
      const flow = await answer(operation, payload);
      // Not waited for: nothing of what was sent is kept for as long as it lasts.
      if (flow) tell(operation, flow).catch((error: unknown) => refuse(operation, error));
    } catch (error) {
      refuse(operation, error);
    }
  };

  function refuse(operation: SocketOperation, error: unknown): void {
    operation.refuse([publicError(error, null, log)]);
  }

  /** The results that are still to be told; undefined if it is answered, or a channel sends them. */
  async function answer(
    operation: SocketOperation,
    payload: Payload,
  ): Promise<AsyncIterable<ExecutionResult> | undefined> {
    const { connection } = operation;
    await throttle.arrival(connection.address);
    if (!(await stillCounts(connection))) return undefined;
    const { session, address } = connection;
    const engine = yoga.getEnveloped({ socket: { session, address, outlet: operation } });
    const document = engine.parse(payload.query);
    const invalid = engine.validate(engine.schema, document);
    if (invalid.length > 0) {
      operation.refuse(invalid);
      return undefined;
    }
    const args: ExecutionArgs = {
      schema: engine.schema,
      document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue: await engine.contextFactory(),
    };
    const isSubscription =
      getOperationAST(document, payload.operationName)?.operation === 'subscription';
    const results = isSubscription
      ? await subscribe(operation, args, engine.subscribe)
      : await engine.execute(args);
    if (Symbol.asyncIterator in results) return operation.isAttached ? undefined : results;
    operation.end(results);
    return undefined;
  }

  async function subscribe(
    operation: SocketOperation,
    args: ExecutionArgs,
    start: (args: ExecutionArgs) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const bytes = operation.id.length + keptBytes(onlyDeclared(args));
    const tooMuch = tooMuchFor(operation.connection, bytes);
    if (tooMuch) return { errors: [publicError(tooMuch, null, log)] };
    operation.becomeSubscription(bytes);
    return start(args);
  }

  function tooMuchFor(connection: Connection, bytes: number): TooManySubscriptionsError | null {
    const { perSocket, bytesPerSocket } = limits.subscriptions;
    if (connection.subscriptions >= perSocket) {
      return tooManySubscriptions('This connection', perSocket);
    }
    if (connection.keptBytes + bytes <= bytesPerSocket) return null;
    return tooManyBytes('This connection', bytesPerSocket);
  }

  /** Asked anew for each operation: the sight of the client may change while its socket is open. */
  async function stillCounts(connection: Connection): Promise<boolean> {
    const { session } = connection;
    if (session === null) return true;
    const actor = await sessions.reauthorize(session);
    if (actor === null) {
      // The watcher of the session has closed the connection already, unless the session became valid again just
      // then.
      connection.onSessionEnd('The session counts no longer');
      return false;
    }
    session.actor = actor;
    return true;
  }

  async function tell(
    operation: SocketOperation,
    flow: AsyncIterable<ExecutionResult>,
  ): Promise<void> {
    const results = flow[Symbol.asyncIterator]();
    operation.attach(() => {
      results
        .return?.()
        .catch((error: unknown) => log.error({ err: error }, 'a subscription did not end well'));
    });
    for (;;) {
      const { done, value } = await results.next();
      if (done) return operation.end();
      await operation.next(value);
    }
  }
}
