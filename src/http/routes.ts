import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { publicError } from '../api/kit/errors.js';
import { asyncApiDocument } from '../platform/events/asyncapi.js';
import { eventsDocument } from '../platform/events/event-schemas.js';
import { answerError } from './answer-error.js';
import { favicon, notFound, welcome } from './pages.js';
import { offerToken } from './playground/offer-token.js';
import { problem } from './problem.js';
import { requestIdOf } from './request-id.js';

/** The client that an answer goes to. */
export interface Caller {
  /** The client address as far as limits distinguish clients by it. */
  readonly address: string;
  /** Ends the connection at once; null where `fetch` was called. */
  readonly cut: (() => void) | null;
}

export type Answer = (request: Request, caller: Caller) => Response | Promise<Response>;

export interface Route {
  readonly methods: readonly string[];
  readonly answer: Answer;
}

/** By path, beside GraphQL; `/name/*` matches every path below. */
export type Routes = Readonly<Record<string, Route>>;

export function answerRoutes(
  routes: Routes,
  callerOf: (request: Request, serverContext: object) => Caller,
  log: Logger,
): Plugin {
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      const route = routeOf(routes, url.pathname);
      if (route === undefined) {
        if (!isGraphQL(url.pathname)) endResponse(notFound(request, url.pathname));
        return;
      }
      if (!route.methods.includes(request.method)) {
        const allow = route.methods.join(', ');
        const detail = `${url.pathname} takes ${allow}, not ${request.method}.`;
        return endResponse(
          problem(
            405,
            { code: 'METHOD_NOT_ALLOWED', title: 'Method Not Allowed', detail },
            { allow },
          ),
        );
      }
      try {
        endResponse(await route.answer(request, callerOf(request, serverContext)));
      } catch (error) {
        // Yoga's adapter would show its stack to the client.
        endResponse(answerError(request, publicError(error, requestIdOf(request), log)));
      }
    },
  };
}

function isGraphQL(path: string): boolean {
  return path === '/graphql' || path === '/graphql/';
}

function routeOf(routes: Routes, path: string): Route | undefined {
  // With a slash at the end it is the same page.
  const below = path.replace(/(?<=^\/[^/]+\/)[^/]+\/?$/, '*');
  return [path, below].filter((name) => Object.hasOwn(routes, name)).map((name) => routes[name])[0];
}

function read(answer: Answer): Route {
  return { methods: ['GET', 'HEAD'], answer };
}

/** What is the same for all readers until the next deploy. */
function document(content: object): Response {
  return Response.json(content, { headers: { 'cache-control': 'public, max-age=3600' } });
}

function toPlayground(): Response {
  return new Response(null, { status: 302, headers: { location: '/graphql' } });
}

interface RouteOptions {
  /** Resolves when requests can be answered. */
  readonly ready: () => Promise<void>;
  /** By path. */
  readonly exports: Readonly<Record<`/exports/${string}`, Answer>>;
  readonly answerFeedback: Answer;
  readonly answerReceipt: Answer;
  readonly answerReceiptKeys: Answer;
  readonly answerCalendar: Answer;
  readonly production: boolean;
  /** Token of the demo, for a playground on this machine. */
  readonly playgroundToken: string | null;
}

export function createRoutes(options: RouteOptions): Routes {
  const { ready, exports, answerFeedback, production, playgroundToken } = options;
  const { answerReceipt, answerReceiptKeys, answerCalendar } = options;
  return {
    '/': read(production ? welcome : toPlayground),
    '/favicon.ico': read(favicon),
    ...(production ? {} : { '/playground/token': read(offerToken(playgroundToken)) }),
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
    ...Object.fromEntries(Object.entries(exports).map(([path, answer]) => [path, read(answer)])),
    '/asyncapi.json': read(() => document(asyncApiDocument())),
    '/events.schema.json': read(() => document(eventsDocument())),
    '/.well-known/jwks.json': read(answerReceiptKeys),
    '/receipts/*': read(answerReceipt),
    '/calendar/*': read(answerCalendar),
    '/feedback/*': { methods: ['GET', 'HEAD', 'POST'], answer: answerFeedback },
  };
}
