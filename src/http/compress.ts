import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';
import { type Encoding, encodingFor } from './accept-encoding.js';

/** Answers below fit into a packet or two; packing them would take longer than sending them. */
const WORTH_BYTES = 2_048;

/** Answers that are complete when they begin. Event streams are left to a proxy: each event is to arrive at once. */
const WHOLE = /^(application\/(graphql-response\+|problem\+)?json|text\/html)\b/;

/** Files that are written while they are read, however long they are. */
const FLOWING = /^(text\/csv|application\/jsonl)\b/;

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** The fastest level of each that still compresses well. */
const GZIP = { level: constants.Z_BEST_SPEED };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * Packs longer answers, off the main thread, for clients that take it. A request that a foreign page makes a browser
 * send never carries a token, so no secret can be guessed by the size of an answer.
 */
export const compressAnswers: Plugin = {
  async onResponse({ request, response, setResponse, fetchAPI }) {
    const { headers, status, statusText } = response;
    const type = headers.get('content-type') ?? '';
    const flows = FLOWING.test(type);
    if (!(flows || WHOLE.test(type)) || headers.has('content-encoding')) return;
    headers.append('vary', 'Accept-Encoding');
    // A file is sent once and may be long; an answer is waited for.
    const offered: Encoding[] = flows ? ['br', 'gzip'] : ['gzip', 'br'];
    const encoding = encodingFor(request.headers.get('accept-encoding'), offered);
    if (encoding === null || response.body === null || request.method === 'HEAD') return;
    const changed = new fetchAPI.Headers(headers);
    const send = (body: BodyInit | null) =>
      setResponse(new fetchAPI.Response(body, { status, statusText, headers: changed }));
    if (flows) {
      changed.set('content-encoding', encoding);
      changed.delete('content-length');
      return send(packedFlow(response.body, encoding));
    }
    const text = await response.text();
    if (text.length < WORTH_BYTES) return send(text);
    const packed = await (encoding === 'br' ? brotlied(text, BROTLI) : gzipped(text, GZIP));
    changed.set('content-encoding', encoding);
    changed.delete('content-length');
    send(packed);
  },
};

/**
 * Reads only as fast as the client takes; a client that leaves ends the reading, and an answer that breaks off ends
 * without its last bytes.
 */
function packedFlow(
  body: ReadableStream<Uint8Array>,
  encoding: Encoding,
): ReadableStream<Uint8Array> {
  const packer = encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP);
  // Told by the streams themselves: to the client as a break, to the file as the end of its reader.
  pipeline(Readable.fromWeb(body as NodeReadableStream), packer, () => {});
  return Readable.toWeb(packer) as ReadableStream<Uint8Array>;
}
