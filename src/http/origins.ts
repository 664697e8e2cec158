import type { Plugin } from 'graphql-yoga';

export interface OriginSettings {
  readonly publicUrl: string | null;
  readonly corsOrigins: readonly string[];
}

const ALLOWED_HEADERS =
  'authorization, content-type, x-request-id, graphql-require-preflight, apollo-require-preflight';
const EXPOSED_HEADERS =
  'content-disposition, x-request-id, retry-after, ratelimit-policy, ratelimit-limit, ratelimit-remaining, ratelimit-reset';

/**
 * Whose pages may open a socket: those from here, by PUBLIC_URL or else by the host that was asked, and those of
 * CORS_ORIGINS. Other clients than browsers send no origin.
 */
export function createOriginCheck({ publicUrl, corsOrigins }: OriginSettings) {
  const known = knownOrigins({ publicUrl, corsOrigins });
  return (origin: string | undefined, host: string | undefined): boolean => {
    if (origin === undefined || known.has(origin)) return true;
    return publicUrl === null && URL.canParse(origin) && new URL(origin).host === host;
  };
}

/**
 * Lets the pages of CORS_ORIGINS read answers. Never with credentials: the actor is identified by a token, which the
 * page must have and the browser does not add.
 */
export function answerCors(settings: OriginSettings): Plugin {
  const known = knownOrigins(settings);
  return {
    onRequest({ request, endResponse }) {
      if (request.method !== 'OPTIONS' || !request.headers.has('access-control-request-method')) {
        return;
      }
      const allowed = known.has(request.headers.get('origin') ?? '');
      endResponse(
        new Response(null, {
          status: allowed ? 204 : 403,
          headers: allowed
            ? {
                'access-control-allow-methods': 'GET, POST',
                'access-control-allow-headers': ALLOWED_HEADERS,
                'access-control-max-age': '600',
              }
            : {},
        }),
      );
    },
    onResponse({ request, response: { headers } }) {
      const origin = request.headers.get('origin');
      if (known.size > 0) headers.append('vary', 'Origin');
      if (origin === null || !known.has(origin)) return;
      headers.set('access-control-allow-origin', origin);
      headers.set('access-control-expose-headers', EXPOSED_HEADERS);
    },
  };
}

function knownOrigins({ publicUrl, corsOrigins }: OriginSettings): ReadonlySet<string> {
  return new Set([...(publicUrl === null ? [] : [new URL(publicUrl).origin]), ...corsOrigins]);
}
