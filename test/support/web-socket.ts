import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A client over WebSocket, with headers that a browser or a proxy would add. */
export function webSocketClient(
  url: string,
  token: string | null,
  headers: Record<string, string> = {},
): Client {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers });
      }
    },
    retryAttempts: 0,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  return { ...client, iterate: (payload) => withoutStart(client.iterate(payload)) };
}

/** The flow without the frame that says where it begins, which few tests are about. */
export function withoutStart<Flow extends AsyncIterableIterator<object>>(flow: Flow): Flow {
  const next = flow.next.bind(flow);
  flow.next = async () => {
    for (;;) {
      const result = await next();
      if (result.done || !isStart(result.value)) return result;
    }
  };
  return flow;
}

/** Whether a result is the first of a subscription: it has no event. */
export function isStart(result: object): boolean {
  const { extensions } = result as { extensions?: { start?: unknown } };
  return extensions?.start !== undefined;
}

/** How the server answers an attempt to open a socket: 101 if it does. */
export function openingStatus(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const address = `${url.replace('http', 'ws')}/graphql`;
    const socket = new WebSocket(address, 'graphql-transport-ws', { headers });
    socket.once('unexpected-response', (request, { statusCode = 0 }) => {
      request.destroy();
      resolve(statusCode);
    });
    socket.once('open', () => {
      socket.once('close', () => resolve(101));
      socket.close();
    });
    socket.once('error', reject);
  });
}
