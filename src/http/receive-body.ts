import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import { UnauthenticatedError } from '../domain/errors.js';
import type { Limits } from '../platform/input/limits.js';
import {
  createAmounts,
  createHolding,
  createPendingBytes,
  type Holding,
} from '../platform/limits/amounts.js';
import { type BodyRefusal, refusedBody, tooLarge } from './body-refusals.js';
import { readChunks } from './read-chunks.js';
import type { SignInRequest } from './sign-in-request.js';
import { createUploadSpool } from './upload-spool.js';

export interface BodyOptions {
  readonly limits: Limits;
  /** Of a file; the limit of a JSON body comes on top. */
  readonly fileBytes: number;
  readonly signIn: SignInRequest;
  readonly addressOf: (request: Request, serverContext: object) => string;
}

type Parser = (request: Request) => unknown;

/**
 * Receives bodies. The sender is authenticated before the body is read: a client that has not signed in sends no file
 * and less JSON. All are held to a size, a time and, with all that come from their address or at all, a sum.
 * Compressed ones are not unpacked: how large they become cannot be told before.
 */
export function receiveBodies(options: BodyOptions): Plugin {
  const { limits, fileBytes, signIn, addressOf } = options;
  const pending = createPendingBytes(limits.pendingBytes);
  const spool = createUploadSpool({
    places: createAmounts({ perKey: limits.uploads.perAddress, inAll: limits.uploads.inAll }),
    mostBytes: limits.bodyBytes + fileBytes,
    withinMs: limits.uploadTimeoutMs,
  });
  /** Released when the request is answered. */
  const held = new WeakMap<Request, () => void>();

  function hold(request: Request, serverContext: object, release: () => void): void {
    let isHeld = true;
    const once = () => {
      if (isHeld) release();
      isHeld = false;
    };
    held.set(request, once);
    // A client that goes away is not always answered.
    (serverContext as { res?: ServerResponse }).res?.once('close', once);
  }

  return {
    async onRequestParse({ request, requestParser, setRequestParser, serverContext, fetchAPI }) {
      if (!requestParser) return;
      const parse = refusingNonsense(requestParser as Parser);
      setRequestParser(parse as typeof requestParser);
      if (request.method !== 'POST') return;
      requireIdentity(request);
      const told = lengthOf(request);
      const address = addressOf(request, serverContext);
      const { session, refused } = await signIn(request, address);
      if (isUpload(request)) {
        if (!session) throw refused ?? new UnauthenticatedError(SIGN_IN_FIRST);
        if (told !== null && told > spool.mostBytes) throw tooLarge(spool.mostBytes);
        const receive = async (request: Request): Promise<unknown> => {
          const upload = await spool.receive(request, address);
          hold(request, serverContext, upload.release);
          return parse(upload.requestWith(fetchAPI as FetchAPI));
        };
        return setRequestParser(receive as typeof requestParser);
      }
      const limit = session ? limits.bodyBytes : limits.anonymousBodyBytes;
      if (told !== null && told > limit) throw tooLarge(limit);
      const amounts = session ? pending.known : pending.unknown;
      const receive = async (request: Request): Promise<unknown> => {
        const holding = createHolding(amounts, address);
        hold(request, serverContext, holding.release);
        const { url, method, headers, signal } = request;
        const body = await readBytes(request, limit, holding);
        return parse(new fetchAPI.Request(url, { method, headers, signal, body }));
      };
      setRequestParser(receive as typeof requestParser);
    },
    onResponse({ request }) {
      held.get(request)?.();
    },
  };

  async function readBytes(
    request: Request,
    limit: number,
    holding: Holding,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const chunks: Uint8Array[] = [];
    await readChunks(request, { limit, withinMs: limits.requestTimeoutMs }, async (chunk) => {
      if (!holding.take(chunk.byteLength)) throw refusedBody('TOO_MUCH_AT_ONCE');
      chunks.push(chunk);
    });
    return Uint8Array.from(Buffer.concat(chunks));
  }
}

const SIGN_IN_FIRST = 'Send a token with a file: Authorization: Bearer <token>';

function isUpload({ headers }: Request): boolean {
  return /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '');
}

function requireIdentity({ headers }: Request): void {
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding === 'identity') return;
  throw refusedBody(
    'UNSUPPORTED_MEDIA_TYPE',
    `The body is encoded as ${JSON.stringify(encoding.slice(0, 40))}, allowed is to send it as it is.`,
  );
}

/** Null if it is not told. */
function lengthOf({ headers }: Request): number | null {
  const length = headers.get('content-length');
  if (length === null) return null;
  if (/^\d{1,15}$/.test(length)) return Number(length);
  throw refusedBody('BAD_REQUEST', 'The Content-Length is no number.');
}

/** Errors of Yoga's parsers are the client's fault: an invalid map, variables that are no JSON. */
function refusingNonsense(parse: Parser): Parser {
  return async (request) => {
    try {
      return await parse(request);
    } catch (error) {
      if (error instanceof GraphQLError) throw named(error);
      if (error instanceof TypeError || error instanceof SyntaxError) {
        throw refusedBody('BAD_REQUEST', 'The request is none of GraphQL over HTTP.');
      }
      throw error;
    }
  };
}

/** Some of Yoga's own refusals have no code, and then no status. */
function named(error: GraphQLError): GraphQLError {
  const { code, http } = error.extensions as { code?: BodyRefusal; http?: object };
  return code === undefined && http === undefined
    ? refusedBody('BAD_REQUEST', error.message)
    : error;
}
