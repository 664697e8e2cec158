import { createHash } from 'node:crypto';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Plugin } from 'graphql-yoga';
import { PLAYGROUND } from './playground.js';

interface Page {
  readonly html: string;
  /** Lets the page's own script run, its editor's workers and styles, and questions to here; nothing else. */
  readonly contentSecurityPolicy: string;
}

let made: Page | undefined;

/** The page is always the same and has megabytes: it is made once, when somebody wants it. */
export function playgroundPage(): Page {
  made ??= makePage(renderGraphiQL(PLAYGROUND));
  return made;
}

function makePage(html: string): Page {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => {
    // Browsers read a line feed where the page has a carriage return.
    const hash = createHash('sha256').update(script.replace(/\r\n?/g, '\n'));
    return `'sha256-${hash.digest('base64')}'`;
  });
  const contentSecurityPolicy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html, contentSecurityPolicy };
}

/** Must come before the headers for all answers: those leave a policy that is there alone. */
export const answerPlaygroundPolicy: Plugin = {
  onResponse({ request, response: { headers } }) {
    if (!headers.get('content-type')?.startsWith('text/html')) return;
    // Other pages bring their own.
    if (!new URL(request.url).pathname.startsWith('/graphql')) return;
    headers.set('content-security-policy', playgroundPage().contentSecurityPolicy);
  },
};
