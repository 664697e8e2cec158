import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';
import { encodingFor } from '../accept-encoding.js';
import { PLAYGROUND } from './tabs.js';

interface Page {
  readonly html: string;
  readonly gzipped: Uint8Array;
  readonly etag: string;
  /** Lets the page's own scripts run, its editor's workers and styles, and questions to here; nothing else. */
  readonly contentSecurityPolicy: string;
}

let made: Promise<Page> | undefined;

/** The page is always the same and has megabytes: it is loaded and made once, when it is first asked for. */
function playgroundPage(): Promise<Page> {
  made ??= makePage();
  return made;
}

async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const start = await readFile(new URL('./start.html', import.meta.url), 'utf8');
  const html = renderGraphiQL(PLAYGROUND)
    .replace('<div id="root">', () => `${start}<div id="root">`)
    .replace('YogaGraphiQL.renderYogaGraphiQL(\n', () => 'startPlayground(\n');
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
  return {
    html,
    gzipped: await promisify(gzip)(html),
    etag: `"${createHash('sha256').update(html).digest('base64url')}"`,
    contentSecurityPolicy,
  };
}

/** GraphiQL for browsers that open /graphql. It is sent once, and asked about at each further visit. */
export const answerPlayground: Plugin = {
  async onRequest({ request, url, endResponse, fetchAPI }) {
    if (!/^\/graphql\/?$/.test(url.pathname) || !isVisit(request)) return;
    const { html, gzipped, etag, contentSecurityPolicy } = await playgroundPage();
    const headers = {
      etag,
      'cache-control': 'no-cache',
      'content-security-policy': contentSecurityPolicy,
      vary: 'accept, accept-encoding',
    };
    const known = request.headers.get('if-none-match')?.split(',');
    if (known?.some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
      return endResponse(new fetchAPI.Response(null, { status: 304, headers }));
    }
    const type = { 'content-type': 'text/html; charset=utf-8' };
    const isPacked = encodingFor(request.headers.get('accept-encoding'), ['gzip']) !== null;
    endResponse(
      isPacked
        ? new fetchAPI.Response(gzipped as Uint8Array<ArrayBuffer>, {
            headers: { ...headers, ...type, 'content-encoding': 'gzip' },
          })
        : new fetchAPI.Response(html, { headers: { ...headers, ...type } }),
    );
  },
};

function isVisit({ method, headers }: Request): boolean {
  return method === 'GET' && (headers.get('accept') ?? '').includes('text/html');
}
