import type { Plugin } from 'graphql-yoga';

/** Whom an answer goes to. */
export interface Caller {
  /** Where the request comes from, as far as clients are told apart by it. */
  readonly address: string;
  /** Ends the connection at once; null where `fetch` was called. */
  readonly cut: (() => void) | null;
}

export type Answer = (request: Request, caller: Caller) => Response | Promise<Response>;

export interface Route {
  readonly methods: readonly string[];
  readonly answer: Answer;
}

/** By path, beside GraphQL; `/name/*` is whatever stands below. */
export type Routes = Readonly<Record<string, Route>>;

export function answerRoutes(
  routes: Routes,
  callerOf: (request: Request, serverContext: object) => Caller,
): Plugin {
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      const route = routeOf(routes, url.pathname);
      if (route === undefined) return;
      if (!route.methods.includes(request.method)) {
        const headers = { allow: route.methods.join(', ') };
        return endResponse(new Response(null, { status: 405, headers }));
      }
      endResponse(await route.answer(request, callerOf(request, serverContext)));
    },
  };
}

function routeOf(routes: Routes, path: string): Route | undefined {
  const below = path.replace(/(?<=^\/[^/]+\/)[^/]+$/, '*');
  return [path, below].filter((name) => Object.hasOwn(routes, name)).map((name) => routes[name])[0];
}

function read(answer: Answer): Route {
  return { methods: ['GET', 'HEAD'], answer };
}

interface RouteOptions {
  /** Resolves when requests can be answered. */
  readonly ready: () => Promise<void>;
  readonly exportLeads: Answer;
  readonly answerFeedback: Answer;
}

export function createRoutes({ ready, exportLeads, answerFeedback }: RouteOptions): Routes {
  return {
    '/': read(() => new Response(null, { status: 302, headers: { location: '/graphql' } })),
    '/health/live': read(() => Response.json({ status: 'live' })),
    '/health/ready': read(async () => {
      try {
        await ready();
        return Response.json({ status: 'ready' });
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown';
        return Response.json({ status: 'not ready', reason }, { status: 503 });
      }
    }),
    '/exports/leads.csv': read(exportLeads),
    '/feedback/*': { methods: ['GET', 'HEAD', 'POST'], answer: answerFeedback },
  };
}
