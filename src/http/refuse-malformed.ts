import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers a request that names no place: a Host that is none, or a target that is no path. True if it did; later
 * readers of the address may rely on it.
 */
export function refuseMalformed(request: IncomingMessage, response: ServerResponse): boolean {
  const problem = problemOf(request);
  if (problem === null) return false;
  const body = JSON.stringify({
    errors: [{ message: problem, extensions: { code: 'BAD_REQUEST' } }],
  });
  response.writeHead(400, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(body);
  return true;
}

function problemOf({ url = '/', headers: { host } }: IncomingMessage): string | null {
  if (host !== undefined && !isHost(host)) return 'The Host header names no host.';
  // A target that begins with two slashes would name another host.
  if (!url.startsWith('/') || url.startsWith('//') || !URL.canParse(`http://localhost${url}`)) {
    return 'The target of the request is no path.';
  }
  return null;
}

/** A name or an address, and a port if there is one; nothing that a URL would take for something else. */
function isHost(host: string): boolean {
  return /^[^\s/\\?#@]+$/.test(host) && URL.canParse(`http://${host}/`);
}
