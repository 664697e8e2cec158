import type { Answer } from '../routes.js';

/** Names of this machine: another would be a page of others whose name was made to lead here. */
const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** As ClientAddress writes them. */
const LOOPBACK = /^(127\.|0:0:0:0::\/64$)/;

/** Gives the demo's token to a playground that was opened on this very machine, and to none else. */
export function offerToken(token: string | null): Answer {
  return (request, { address }) => {
    const isHere = HERE.has(new URL(request.url).hostname) && LOOPBACK.test(address);
    if (token === null || !isHere) return new Response(null, { status: 204 });
    return new Response(token, { headers: { 'content-type': 'text/plain' } });
  };
}
