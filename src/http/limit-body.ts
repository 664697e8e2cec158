import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

export interface BodyLimits {
  /** Of a body of JSON. */
  readonly bytes: number;
  /** Of a body that brings a file along. */
  readonly uploadBytes: number;
}

/**
 * Refuses bodies that are too large: by what they say of themselves, or while they come. Compressed ones
 * are not unpacked: how large they become nobody could say before.
 */
export function limitBody({ bytes, uploadBytes }: BodyLimits): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      if (request.method !== 'POST' || !requestParser) return;
      const encoding = request.headers.get('content-encoding') ?? 'identity';
      if (encoding !== 'identity') {
        const message = `The body is encoded as ${JSON.stringify(encoding.slice(0, 40))}, allowed is to send it as it is.`;
        throw refused(message, 415);
      }
      const isUpload = /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
      const limit = isUpload ? uploadBytes : bytes;
      const length = request.headers.get('content-length');
      if (length !== null) {
        if (!/^\d+$/.test(length)) throw refused('The Content-Length is no number.', 400);
        if (Number(length) > limit) throw tooLarge(limit);
        // Node reads no more than that; only what does not tell its length has to be counted.
        return;
      }
      setRequestParser(async (request) => {
        const body = await readUpTo(request, limit);
        const { url, method, headers, signal } = request;
        return requestParser(new fetchAPI.Request(url, { method, headers, signal, body }));
      });
    },
  };
}

async function readUpTo({ body }: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return Uint8Array.from(Buffer.concat(chunks));
    length += value.byteLength;
    // Not cancelled: that would end the connection before the answer is out.
    if (length > limit) throw tooLarge(limit);
    chunks.push(value);
  }
}

function tooLarge(limit: number): GraphQLError {
  return refused(`The body is too large, allowed are ${limit} bytes.`, 413);
}

const CODES: Readonly<Record<number, string>> = {
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

function refused(message: string, status: number): GraphQLError {
  const code = CODES[status] ?? 'BAD_REQUEST';
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
