import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Content types that a foreign page can make a browser send without a preflight; a missing type is one of them. */
const SIMPLE_TYPES: ReadonlySet<string> = new Set([
  '',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

const PREFLIGHT_HEADERS = ['graphql-require-preflight', 'apollo-require-preflight'] as const;

/**
 * Refuses requests that a foreign page could have made a browser send: forms, uploads, texts and, in production, GET,
 * unless a header shows that the browser asked first or that no browser added the token.
 */
export function refuseCrossSite({ production }: { production: boolean }): Plugin {
  return {
    onRequestParse({ request }) {
      if (mayCome(request, production)) return;
      throw new GraphQLError(
        `Another site could have sent this; send JSON, or the header ${PREFLIGHT_HEADERS[0]}.`,
        { extensions: { code: 'CROSS_SITE', http: { status: 403 } } },
      );
    },
  };
}

function mayCome({ method, headers }: Request, production: boolean): boolean {
  // Basic and Negotiate browsers send by themselves.
  if (/^Bearer /i.test(headers.get('authorization') ?? '')) return true;
  if (PREFLIGHT_HEADERS.some((name) => headers.has(name))) return true;
  if (method === 'GET' || method === 'HEAD') return !production;
  const [type = ''] = (headers.get('content-type') ?? '').split(/[;,]/);
  return method !== 'POST' || !SIMPLE_TYPES.has(type.trim().toLowerCase());
}
