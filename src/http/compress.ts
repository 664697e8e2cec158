import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';

/** Answers below fit into a packet or two; packing them would take longer than sending them. */
const WORTH_BYTES = 2_048;

/** Answers that are whole when they begin. Event streams and exports flow, and are left to a proxy. */
const PACKED = /^(application\/(graphql-response\+|problem\+)?json|text\/html)\b/;

const pack = promisify(gzip);

/**
 * Packs longer answers for clients that take gzip, off the main thread and as fast as gzip goes. What a page of
 * others makes a browser ask never carries a token, so no secret can be guessed by the size of an answer.
 */
export const compressAnswers: Plugin = {
  async onResponse({ request, response, setResponse, fetchAPI }) {
    const { headers } = response;
    if (!PACKED.test(headers.get('content-type') ?? '') || headers.has('content-encoding')) return;
    headers.append('vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return;
    if (response.body === null || request.method === 'HEAD') return;
    const text = await response.text();
    const { status, statusText } = response;
    const changed = new fetchAPI.Headers(headers);
    if (text.length < WORTH_BYTES) {
      return setResponse(new fetchAPI.Response(text, { status, statusText, headers: changed }));
    }
    const packed = await pack(text, { level: constants.Z_BEST_SPEED });
    changed.set('content-encoding', 'gzip');
    changed.delete('content-length');
    setResponse(new fetchAPI.Response(packed, { status, statusText, headers: changed }));
  },
};
