import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { SubscribeMessage } from 'graphql-ws';
import type { Logger } from 'pino';
import type { LiveSessions } from '../../auth/live-sessions.js';
import { publicError } from '../../graphql/errors.js';
import { tooManySubscriptions } from '../../graphql/limit-subscriptions.js';
import type { Limits } from '../../limits.js';
import type { Throttle } from '../../rate-limits/throttle.js';
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

/** Runs what a client asks for exactly as over HTTP, and sends it what comes of it. */
export function createOperationRunner(options: RunnerOptions) {
  const { yoga, sessions, throttle, limits, log } = options;

  return async function run(operation: SocketOperation, payload: Payload): Promise<void> {
    try {
      await answer(operation, payload);
    } catch (error) {
      operation.refuse([publicError(error, null, log)]);
    }
  };

  async function answer(operation: SocketOperation, payload: Payload): Promise<void> {
    const { connection } = operation;
    await throttle.arrival(connection.address);
    if (!(await stillCounts(connection))) return;
    const { session, address } = connection;
    const socket = { session, address, outlet: operation };
    const engine = yoga.getEnveloped({ socket, params: payload });
    const document = engine.parse(payload.query);
    const invalid = engine.validate(engine.schema, document);
    if (invalid.length > 0) return operation.refuse(invalid);
    const args: ExecutionArgs = {
      schema: engine.schema,
      document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue: await engine.contextFactory(),
    };
    if (getOperationAST(document, payload.operationName)?.operation !== 'subscription') {
      return operation.end(await engine.execute(args));
    }
    if (!operation.becomeSubscription(limits.subscriptions.perSocket)) {
      const error = tooManySubscriptions('This connection', limits.subscriptions.perSocket);
      return operation.end({ errors: [publicError(error, null, log)] });
    }
    const results = await engine.subscribe(args);
    if (!(Symbol.asyncIterator in results)) return operation.end(results);
    if (!operation.isAttached) await tell(operation, results);
  }

  /** Asked anew for each operation: what the client may see changes while its socket is open. */
  async function stillCounts(connection: Connection): Promise<boolean> {
    const { session } = connection;
    if (session === null) return true;
    const actor = await sessions.reauthorize(session);
    if (actor === null) {
      // Whoever watches the session has closed the connection already, unless it counted again just then.
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
