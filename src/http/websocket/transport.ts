import {
  CloseCode,
  type ConnectionInitMessage,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  type Message,
  MessageType,
  parseMessage,
  type SubscribeMessage,
} from 'graphql-ws';
import type { Logger } from 'pino';
import type { Connection } from './connection.js';
import { SocketOperation } from './socket-operation.js';

export interface TransportOptions {
  readonly initTimeoutMs: number;
  /**
   * Signs the client in. False if it may not go on; the connection may then have been closed with a better reason.
   */
  signIn(connection: Connection, params: Record<string, unknown>): Promise<boolean>;
  /**
   * Resolves when it is answered, or its subscription has begun, and sees to it that it ends at last. Never rejects
   * because of the client.
   */
  run(operation: SocketOperation, payload: SubscribeMessage['payload']): Promise<void>;
  readonly log: Logger;
}

export interface Transport {
  opened(connection: Connection): void;
  /** Resolves when the message is processed; a subscription then goes on by itself. Never rejects. */
  received(connection: Connection, text: string): Promise<void>;
}

/** In characters; each event of a subscription repeats its id. */
const MAX_ID_LENGTH = 128;

/**
 * The server's side of graphql-transport-ws, see PROTOCOL.md of graphql-ws. Messages are checked as graphql-ws does;
 * why the rest is our own stands in docs/decisions/0015-transport.md.
 */
export function createTransport(options: TransportOptions): Transport {
  const { initTimeoutMs, signIn, run, log } = options;

  async function take(connection: Connection, text: string): Promise<void> {
    const message = messageOf(text);
    switch (message?.type) {
      case MessageType.ConnectionInit:
        return initialise(connection, message);
      case MessageType.Subscribe:
        return subscribe(connection, message);
      case MessageType.Complete:
        return connection.operations.get(message.id)?.abandon();
      case MessageType.Ping: {
        const { payload } = message;
        return connection.send({ type: MessageType.Pong, ...(payload ? { payload } : {}) });
      }
      case MessageType.Pong:
        return;
      default:
        connection.close(CloseCode.BadRequest, 'Invalid message received');
    }
  }

  async function initialise(
    connection: Connection,
    { payload }: ConnectionInitMessage,
  ): Promise<void> {
    if (connection.state !== 'new') {
      const code = CloseCode.TooManyInitialisationRequests;
      return connection.close(code, 'Too many initialisation requests');
    }
    connection.state = 'initialising';
    clearTimeout(connection.initTimer);
    connection.initTimer = undefined;
    const admitted = await signIn(connection, payload ?? {});
    // It may have been left, or closed, meanwhile.
    if (connection.state !== 'initialising') return;
    if (!admitted) return connection.close(CloseCode.Forbidden, 'Forbidden');
    connection.state = 'acknowledged';
    await connection.send({ type: MessageType.ConnectionAck });
  }

  async function subscribe(
    connection: Connection,
    { id, payload }: SubscribeMessage,
  ): Promise<void> {
    if (connection.state !== 'acknowledged') {
      return connection.close(CloseCode.Unauthorized, 'Unauthorized');
    }
    if (id.length > MAX_ID_LENGTH) {
      const reason = `An id has ${id.length} characters, allowed are ${MAX_ID_LENGTH}`;
      return connection.close(CloseCode.BadRequest, reason);
    }
    if (connection.operations.has(id)) {
      // Text from the client is left out if it does not fit into the reason of a close.
      const subscriber = Buffer.byteLength(id) <= 80 ? `Subscriber for ${id}` : 'Subscriber';
      return connection.close(CloseCode.SubscriberAlreadyExists, `${subscriber} already exists`);
    }
    if (!connection.isLeaving) await run(new SocketOperation(connection, id), payload);
  }

  return {
    opened(connection) {
      if (connection.socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
        return connection.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
      }
      connection.initTimer = setTimeout(() => {
        const code = CloseCode.ConnectionInitialisationTimeout;
        connection.close(code, 'Connection initialisation timeout');
      }, initTimeoutMs);
    },
    async received(connection, text) {
      // It may still come from a client that was told to go.
      if (!connection.isOpen) return;
      try {
        await take(connection, text);
      } catch (error) {
        log.error({ err: error }, 'a message over WebSocket could not be dealt with');
        connection.close(CloseCode.InternalServerError, 'Internal server error');
      }
    },
  };
}

/** Null for what is none. */
function messageOf(text: string): Message | null {
  try {
    return parseMessage(text);
  } catch {
    return null;
  }
}
