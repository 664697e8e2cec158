import { setMaxListeners } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { makeServer } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { LiveSessions } from '../auth/live-sessions.js';
import { LeadwardenError } from '../errors.js';
import type { Outlet } from '../graphql/context.js';
import { publicError, withoutStatus } from '../graphql/errors.js';
import type { Limits } from '../limits.js';
import type { Throttle } from '../rate-limits/throttle.js';
import type { Authenticate } from '../rate-limits/throttle-sign-in.js';
import { type CarriedSocket, carryProtocol } from './carry-protocol.js';
import { identityOf } from './execute-operations.js';
import { createWriteGatherer } from './gather-writes.js';
import type { SocketGuard } from './guard-sockets.js';
import { createOutlet } from './outlet.js';
import type { Yoga } from './yoga.js';

export interface WebSocketOptions {
  readonly server: Server;
  readonly yoga: Yoga;
  readonly authenticate: Authenticate;
  readonly guard: SocketGuard;
  readonly throttle: Throttle;
  readonly limits: Limits;
  readonly sessions: LiveSessions;
  readonly log: Logger;
}

/** Closed with this, clients connect again; with 4401 they would give up. */
const FORBIDDEN = 4403;
/** Closed with this, clients connect again as well: nobody could tell whether the token counts. */
const TRY_AGAIN_LATER = 1013;

/** GraphQL over WebSocket (graphql-transport-ws), executed exactly as over HTTP. */
export function serveWebSocket(options: WebSocketOptions): { stop(): Promise<void> } {
  const { server, yoga, authenticate, guard, throttle, limits, sessions, log } = options;
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: limits.bodyBytes,
    verifyClient: guard.verify,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  const hold = createWriteGatherer();
  sockets.on('error', (error) => log.error({ err: error }, 'WebSocket server failed'));

  const protocol = makeServer<{ authorization?: unknown; Authorization?: unknown }, SocketState>({
    connectionInitWaitTimeout: limits.sockets.initTimeoutMs,
    execute: (args) => preparedIn(args).engine.execute(args),
    async subscribe(args) {
      const { engine, outlet } = preparedIn(args);
      const flow = await engine.subscribe(args);
      // They are kept for as long as the flow lasts, and nobody asks for them any more.
      Object.assign(args, { contextValue: undefined, rootValue: undefined });
      return outlet.flow ?? flow;
    },
    async onConnect({ connectionParams, extra }) {
      const authorization = connectionParams?.authorization ?? connectionParams?.Authorization;
      const gone = new AbortController();
      // Each subscription of the socket listens to it.
      setMaxListeners(0, gone.signal);
      extra.gone = gone;
      extra.authorization = typeof authorization === 'string' ? authorization : null;
      if (extra.authorization === null) return true;
      try {
        const session = await authenticate(extra.authorization, extra.address);
        // It also says no to a socket that was left while the token was looked at.
        if (!guard.admits(extra.socket, identityOf(session))) return false;
        extra.unwatch = sessions.watch(session, (reason) => {
          // Closing goes before the end of the flows, so that they are not told to be complete.
          extra.socket.close(FORBIDDEN, reason);
          gone.abort();
        });
        return true;
      } catch (error) {
        const known = error instanceof LeadwardenError;
        if (!known) log.error({ err: error }, 'a token could not be looked at');
        if (!known || error.code === 'UNAVAILABLE') {
          extra.socket.close(TRY_AGAIN_LATER, 'Try again later');
        }
        return false;
      }
    },
    async onSubscribe({ extra }, id, payload) {
      try {
        const { authorization, gone, address } = extra;
        await throttle.arrival(address);
        const { socket, connection } = extra;
        const outlet = createOutlet({ socket, connection, hold, id });
        const operation = {
          authorization,
          signal: gone?.signal,
          address,
          outlet,
          params: payload,
        };
        const engine = yoga.getEnveloped(operation);
        const document = engine.parse(payload.query);
        const errors = engine.validate(engine.schema, document);
        if (errors.length > 0) return errors;
        return {
          schema: engine.schema,
          document,
          operationName: payload.operationName,
          variableValues: payload.variables,
          contextValue: await engine.contextFactory(),
          rootValue: { engine, outlet } satisfies Prepared,
        } as ExecutionArgs;
      } catch (error) {
        return [error instanceof GraphQLError ? error : publicError(error, null, log)];
      }
    },
    onError: (_context, _id, _payload, errors) => errors.map(withoutStatus),
    onNext: (_context, _id, _payload, _args, { errors, ...result }) =>
      errors && { ...(result as object), errors: errors.map(withoutStatus) },
    onClose({ extra }) {
      extra.unwatch?.();
      extra.gone?.abort();
    },
  });
  return carryProtocol(
    sockets,
    protocol,
    (socket, request) => {
      guard.counts(socket, request);
      const address = guard.addressOf(request);
      const connection = request.socket;
      return {
        socket,
        connection,
        address,
        authorization: null,
        gone: undefined,
        unwatch: undefined,
      };
    },
    log,
  );
}

const PROTOCOL = 'graphql-transport-ws';

interface SocketState extends CarriedSocket, Record<PropertyKey, unknown> {
  readonly connection: Socket;
  readonly address: string;
  authorization: string | null;
  gone: AbortController | undefined;
  unwatch: (() => void) | undefined;
}

/** Set as the root value by onSubscribe, so that graphql-ws runs what was prepared there. */
interface Prepared {
  readonly engine: ReturnType<Yoga['getEnveloped']>;
  readonly outlet: Outlet;
}

function preparedIn({ rootValue }: { rootValue?: unknown }): Prepared {
  return rootValue as Prepared;
}
