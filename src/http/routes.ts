import type { Plugin } from 'graphql-yoga';

/** Answers to GET by path, beside GraphQL. */
export type Routes = Readonly<Record<string, (request: Request) => Response | Promise<Response>>>;

export function answerRoutes(routes: Routes): Plugin {
  return {
    async onRequest({ request, url, endResponse }) {
      const answer = Object.hasOwn(routes, url.pathname) ? routes[url.pathname] : undefined;
      if (answer === undefined) return;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return endResponse(new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } }));
      }
      endResponse(await answer(request));
    },
  };
}

/** @param ready resolves when requests can be answered */
export function createRoutes(ready: () => Promise<void>): Routes {
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
  };
}
