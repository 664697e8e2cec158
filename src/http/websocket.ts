import type { Server } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { Session } from '../auth/authenticate.js';
import { LeadwardenError } from '../errors.js';
import { publicError } from '../graphql/errors.js';
import type { Yoga } from './yoga.js';

export interface WebSocketOptions {
  readonly server: Server;
  readonly yoga: Yoga;
  readonly authenticate: (authorization: string) => Promise<Session>;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** Closed with this, clients connect again; with 4401 they would give up. */
const FORBIDDEN = 4403;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const MAX_MESSAGE_BYTES = 1024 * 1024;

/** GraphQL over WebSocket (graphql-transport-ws), executed exactly as over HTTP. */
export function serveWebSocket(options: WebSocketOptions): { stop(): Promise<void> } {
  const { server, yoga, authenticate, clock, log } = options;
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  sockets.on('error', (error) => log.error({ err: error }, 'WebSocket server failed'));

  const served = useServer<{ authorization?: unknown; Authorization?: unknown }, SocketState>(
    {
      execute: (args) => engineOf(args).execute(args),
      subscribe: (args) => engineOf(args).subscribe(args),
      async onConnect({ connectionParams, extra }) {
        const authorization = connectionParams?.authorization ?? connectionParams?.Authorization;
        extra.gone = new AbortController();
        extra.authorization = typeof authorization === 'string' ? authorization : null;
        if (extra.authorization === null) return true;
        try {
          const { expiresAt } = await authenticate(extra.authorization);
          extra.expiry = closeAt(extra.socket, expiresAt);
          return true;
        } catch (error) {
          if (error instanceof LeadwardenError) return false;
          throw error;
        }
      },
      async onSubscribe({ extra }, _id, payload) {
        try {
          const { authorization = null, gone } = extra;
          const operation = { authorization, signal: gone?.signal, params: payload };
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
  authorization: string | null;
  gone: AbortController;
  expiry: NodeJS.Timeout | undefined;
}

type Engine = ReturnType<Yoga['getEnveloped']>;

/** Set as the root value by onSubscribe, so that graphql-ws runs what was prepared there. */
function engineOf({ rootValue }: { rootValue?: unknown }): Engine {
  return rootValue as Engine;
}
