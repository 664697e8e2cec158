import { problem } from './problem.js';

/** A page without scripts, styles and pictures: nothing that the policy for answers forbids. */
function page(status: number, title: string, body: string): Response {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`;
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

const WHERE = `<ul>
<li><a href="/graphql">/graphql</a>: the API</li>
<li><a href="/health/ready">/health/ready</a>: whether it can be asked</li>
</ul>`;

/** The page at the root if there is no playground. */
export function welcome(): Response {
  return page(200, 'Leadwarden', `<p>This server answers programs, over GraphQL.</p>\n${WHERE}`);
}

/** For a path that leads nowhere: a page for browsers, else a problem. */
export function notFound({ method, headers }: Request, path: string): Response {
  if (method === 'GET' && headers.get('accept')?.includes('text/html')) {
    return page(404, 'There is nothing here', WHERE);
  }
  return problem(404, {
    code: 'NOT_FOUND',
    title: 'Not Found',
    detail: `There is nothing at ${JSON.stringify(path.slice(0, 200))}; the API is at /graphql.`,
  });
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M16 2 4 7v8c0 8 5 13 12 15 7-2 12-7 12-15V7z" fill="#1c5d99"/><path d="m10 16 4 4 8-9" fill="none" stroke="#fff" stroke-width="3"/></svg>`;

/** The sign of a browser's tab. */
export function favicon(): Response {
  return new Response(ICON, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  });
}
