import type { Plugin } from 'graphql-yoga';

/** Whom an answer goes to. */
export interface Caller {
  /** Where the request comes from, as far as clients are told apart by it. */
  readonly address: string;
  /** Ends the connection at once; null where `fetch` was called. */
  readonly cut: (() => void) | null;
}

export type Answer = (request: Request, caller: Caller) => Response | Promise<Response>;

/** Answers to GET by path, beside GraphQL. */
export type Routes = Readonly<Record<string, Answer>>;

export function answerRoutes(
  routes: Routes,
  callerOf: (request: Request, serverContext: object) => Caller,
): Plugin {
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      const answer = Object.hasOwn(routes, url.pathname) ? routes[url.pathname] : undefined;
      if (answer === undefined) return;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return endResponse(new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } }));
      }
      endResponse(await answer(request, callerOf(request, serverContext)));
    },
  };
}

interface RouteOptions {
  /** Resolves when requests can be answered. */
  readonly ready: () => Promise<void>;
  readonly exportLeads: Answer;
}

export function createRoutes({ ready, exportLeads }: RouteOptions): Routes {
  return {
    '/': () => new Response(null, { status: 302, headers: { location: '/graphql' } }),
    '/health/live': () => Response.json({ status: 'live' }),
    '/health/ready': async () => {
      try {
        await ready();
        return Response.json({ status: 'ready' });
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown';
        return Response.json({ status: 'not ready', reason }, { status: 503 });
      }
    },
    '/exports/leads.csv': exportLeads,
  };
}
