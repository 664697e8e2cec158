import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import { renderingOf } from '../api/kit/result-flow.js';

/** How often a quiet stream says that it is still there. */
const PING_MS = 12_000;

/** A client that takes nothing for so many pings counts as gone; it can come back with its last event id. */
const STALLED_PINGS = 5;

/**
 * Subscriptions over SSE, as the GraphQL over SSE protocol has them in its distinct connections mode, with two things
 * more: each event has its cursor as its id, which a client sends back as Last-Event-ID, and a client that does not
 * read is disconnected.
 */
export const answerEventStreams: Plugin = {
  onResultProcess(process) {
    const { request, result, setResult, setResultProcessor, resultProcessor, serverContext } =
      process;
    // Yoga has seen to it already that the client takes one.
    if (!resultProcessor) return;
    if (!isFlow(result)) {
      const { headers } = request;
      if (headers.get('accept')?.includes(MEDIA_TYPE)) setResult(refusing(result));
      return;
    }
    const { res } = serverContext as { res?: ServerResponse };
    // A stream that fails would leave its connection open, and nothing would come.
    const cut = () => void res?.destroy();
    setResultProcessor((_result, fetchAPI) => streamResults(result, fetchAPI, cut), MEDIA_TYPE);
  },
};

const MEDIA_TYPE = 'text/event-stream';

/** That refusals of the protocol come with 200 is for plain JSON alone. */
function refusing<Result>(result: Result): Result {
  const { errors } = result as ExecutionResult;
  for (const { extensions } of errors ?? []) {
    if (extensions.http) extensions.http = { ...extensions.http, spec: false };
  }
  return result;
}

type Flow = AsyncIterable<ExecutionResult>;

function isFlow(result: unknown): result is Flow {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

function streamResults(flow: Flow, fetchAPI: FetchAPI, cut: () => void): Response {
  const results = flow[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let pings: NodeJS.Timeout | undefined;
  /** Whether the client can take the next event. */
  let isWaiting = false;
  let missedPings = 0;

  function leave(): void {
    clearInterval(pings);
    void results.return?.();
  }

  const stream = new fetchAPI.ReadableStream<Uint8Array>({
    start(controller) {
      // Some browsers report the stream as open only when its first bytes have come.
      controller.enqueue(encoder.encode(':\n\n'));
      pings = setInterval(() => {
        missedPings = isWaiting ? 0 : missedPings + 1;
        if (isWaiting) controller.enqueue(encoder.encode(':\n\n'));
        else if (missedPings === STALLED_PINGS) {
          leave();
          cut();
        }
      }, PING_MS).unref();
    },
    async pull(controller) {
      isWaiting = true;
      missedPings = 0;
      const { done, value } = await results.next();
      isWaiting = false;
      if (!done) return controller.enqueue(encoder.encode(messageOf(value)));
      clearInterval(pings);
      controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
      controller.close();
    },
    cancel: leave,
  });
  return new fetchAPI.Response(stream, {
    headers: {
      'content-type': MEDIA_TYPE,
      'cache-control': 'no-cache',
      // Proxies that hold answers back until they are complete would never let one through.
      'x-accel-buffering': 'no',
    },
  });
}

function messageOf(result: ExecutionResult): string {
  const { text = JSON.stringify(result), cursor } = renderingOf(result) ?? {};
  return `${cursor === undefined ? '' : `id: ${cursor}\n`}event: next\ndata: ${text}\n\n`;
}
