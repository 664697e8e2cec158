import http from 'node:http';
import https from 'node:https';
import type { OutboundGuard } from './outbound-guard.js';
import { withinDeadline } from './within-deadline.js';

export interface Post {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostAnswer {
  readonly statusCode: number;
  readonly retryAfter: string | null;
  /** How it begins. */
  readonly body: string;
}

export interface Poster {
  /** Sends once; redirects are answers like any other. Rejects when there is no answer, or when the guard refuses. */
  send(post: Post): Promise<PostAnswer>;
  /** Gives up what is under way, and closes all connections. */
  close(): void;
}

export interface PosterOptions {
  readonly guard: OutboundGuard;
  /** From the look-up of the name to the end of the answer. */
  readonly timeoutMs: number;
}

/** The part of an answer that is kept. */
const KEPT_BYTES = 500;

/** A longer answer is cut off, and its connection with it. */
const MAX_BYTES = 64 * 1024;

/** Idle connections are closed before most servers would, so that a request seldom meets a closing one. */
const IDLE_MS = 4_000;

/** Sends to addresses that users entered; see OutboundGuard. */
export function createPoster({ guard, timeoutMs }: PosterOptions): Poster {
  const agentOptions = { keepAlive: true, timeout: IDLE_MS, maxFreeSockets: 64 };
  const agents = {
    'http:': new http.Agent(agentOptions),
    'https:': new https.Agent(agentOptions),
  };

  const stop = new AbortController();

  async function send(post: Post): Promise<PostAnswer> {
    guard.check(post.url);
    const deadline = { ms: timeoutMs, what: 'answer', stop: stop.signal };
    return withinDeadline(deadline, async (signal) => {
      try {
        return await sendOnce(post, signal);
      } catch (error) {
        if (!(error instanceof StaleConnectionError)) throw error;
        return await sendOnce(post, signal);
      }
    });
  }

  function sendOnce({ url, headers, body }: Post, signal: AbortSignal): Promise<PostAnswer> {
    const secure = url.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const request = (secure ? https : http).request(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        agent: agents[secure ? 'https:' : 'http:'],
        lookup: guard.lookupFor(url),
        signal,
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        const stale = request.reusedSocket && error.code === 'ECONNRESET';
        reject(stale ? new StaleConnectionError() : error);
      });
      // 101: Node hands the connection over and tells of no response.
      request.on('upgrade', ({ statusCode = 101 }, socket) => {
        socket.destroy();
        resolve({ statusCode, retryAfter: null, body: '' });
      });
      request.on('response', (response) => {
        readBeginning(response).then(
          (beginning) =>
            resolve({
              statusCode: response.statusCode ?? 0,
              retryAfter: response.headers['retry-after'] ?? null,
              body: beginning,
            }),
          reject,
        );
      });
      request.end(body);
    });
  }

  return {
    send,
    close() {
      stop.abort();
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** The other side closed a waiting connection just as it was used again: most likely it has not seen the request. */
class StaleConnectionError extends Error {}

async function readBeginning(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes < KEPT_BYTES) chunks.push(chunk.subarray(0, KEPT_BYTES - bytes));
    bytes += chunk.length;
    // Leaving the loop destroys the connection.
    if (bytes > MAX_BYTES) break;
  }
  // PostgreSQL takes no NUL in a text.
  return Buffer.concat(chunks).toString('utf8').replaceAll('\0', '\ufffd');
}
