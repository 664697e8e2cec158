import { isStart } from './web-socket.js';

export interface SseFlow {
  /** The next result, but for that which says where the flow begins; rejects when the flow has ended. */
  next(): Promise<unknown>;
  close(): void;
  /** The id of the last event, as a browser remembers it. */
  readonly lastEventId: string | null;
}

/** Subscribes over SSE with plain `fetch`, as a browser would. */
export async function readSse(
  url: string,
  token: string,
  body: { query: string; variables?: object },
  headers: Record<string, string> = {},
): Promise<SseFlow> {
  const closing = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body: JSON.stringify(body),
    signal: closing.signal,
  });
  if (!response.body) throw new Error(`No stream came, but ${response.status}.`);
  const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffered = '';
  let lastEventId: string | null = null;
  return {
    async next() {
      for (;;) {
        const end = buffered.indexOf('\n\n');
        if (end >= 0) {
          const message = buffered.slice(0, end);
          buffered = buffered.slice(end + 2);
          lastEventId = /^id: (.*)$/m.exec(message)?.[1] ?? lastEventId;
          const data = message.split('\n').find((line) => line.startsWith('data: '));
          const result = message.includes('event: next') && data && JSON.parse(data.slice(6));
          if (result && !isStart(result)) return result;
          continue;
        }
        const { done, value } = await chunks.read();
        if (done) throw new Error('The flow has ended.');
        buffered += value;
      }
    },
    close: () => closing.abort(),
    get lastEventId() {
      return lastEventId;
    },
  };
}
