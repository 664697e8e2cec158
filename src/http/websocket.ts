import type { Server } from 'node:http';
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { LeadwardenError } from '../errors.js';
import { publicError } from '../graphql/errors.js';
import type { Limits } from '../limits.js';
import type { Throttle } from '../rate-limits/throttle.js';
import type { Authenticate } from '../rate-limits/throttle-sign-in.js';
import { identityOf } from './execute-operations.js';
import type { SocketGuard } from './guard-sockets.js';
import type { Yoga } from './yoga.js';

export interface WebSocketOptions {
  readonly server: Server;
  readonly yoga: Yoga;
  readonly authenticate: Authenticate;
  readonly guard: SocketGuard;
  readonly throttle: Throttle;
  readonly limits: Limits;
  readonly production: boolean;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** Closed with this, clients connect again; with 4401 they would give up. */
const FORBIDDEN = 4403;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** GraphQL over WebSocket (graphql-transport-ws), executed exactly as over HTTP. */
export function serveWebSocket(options: WebSocketOptions): { stop(): Promise<void> } {
  const { server, yoga, authenticate, guard, throttle, limits, production, clock, log } = options;
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: limits.bodyBytes,
    verifyClient: guard.verify,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  sockets.on('error', (error) => log.error({ err: error }, 'WebSocket server failed'));
  sockets.on('connection', (socket, request) => guard.counts(socket, request));

  const served = useServer<{ authorization?: unknown; Authorization?: unknown }, SocketState>(
    {
      isProd: production,
      connectionInitWaitTimeout: limits.sockets.initTimeoutMs,
      execute: (args) => engineOf(args).execute(args),
      subscribe: (args) => engineOf(args).subscribe(args),
      async onConnect({ connectionParams, extra }) {
        const authorization = connectionParams?.authorization ?? connectionParams?.Authorization;
        extra.gone = new AbortController();
        extra.address = guard.addressOf(extra.request);
        extra.authorization = typeof authorization === 'string' ? authorization : null;
        if (extra.authorization === null) return true;
        try {
          const { expiresAt, ...session } = await authenticate(extra.authorization, extra.address);
          if (!guard.admits(extra.socket, identityOf(session))) return false;
          extra.expiry = closeAt(extra.socket, expiresAt);
          return true;
        } catch (error) {
          if (error instanceof LeadwardenError) return false;
          throw error;
        }
      },
      async onSubscribe({ extra }, _id, payload) {
        try {
          const { authorization = null, gone, address = '' } = extra;
          await throttle.arrival(address);
          const operation = { authorization, signal: gone?.signal, address, params: payload };
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
            rootValue: engine,
          } as ExecutionArgs;
        } catch (error) {
          return [error instanceof GraphQLError ? error : publicError(error, null, log)];
        }
      },
      onError: (_context, _id, _payload, errors) => errors.map(toldOverSocket),
      onNext: (_context, _id, _payload, _args, { errors, ...result }) =>
        errors && { ...(result as object), errors: errors.map(toldOverSocket) },
      onDisconnect({ extra }) {
        clearTimeout(extra.expiry);
        extra.gone?.abort();
      },
    },
    sockets,
  );

  function closeAt(socket: { close(code: number, reason: string): void }, expiresAt: Date) {
    const leftMs = Math.min(expiresAt.getTime() - clock().getTime(), LONGEST_TIMER_MS);
    return setTimeout(() => socket.close(FORBIDDEN, 'The token has expired'), leftMs).unref();
  }

  return {
    async stop() {
      await served.dispose();
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

const PROTOCOL = 'graphql-transport-ws';

interface SocketState extends Record<PropertyKey, unknown> {
  address: string;
  authorization: string | null;
  gone: AbortController;
  expiry: NodeJS.Timeout | undefined;
}

/** Without the status that it would have over HTTP. */
function toldOverSocket(error: GraphQLError): GraphQLFormattedError {
  const { extensions: { http: _, ...extensions } = {}, ...told } = error.toJSON();
  return Object.keys(extensions).length > 0 ? { ...told, extensions } : told;
}

type Engine = ReturnType<Yoga['getEnveloped']>;

/** Set as the root value by onSubscribe, so that graphql-ws runs what was prepared there. */
function engineOf({ rootValue }: { rootValue?: unknown }): Engine {
  return rootValue as Engine;
}
