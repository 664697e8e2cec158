import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';

const ids = new WeakMap<Request, string>();

/**
 * The id of a request in answers, logs and audit: its own `x-request-id` if that is harmless in all of
 * them, else a new one.
 */
export function requestIdOf(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers.get('x-request-id') ?? '';
  const id = /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
  ids.set(request, id);
  return id;
}

/** Every answer carries the id under which it can be asked about. */
export const answerRequestId: Plugin = {
  onResponse({ request, response }) {
    response.headers.set('x-request-id', requestIdOf(request));
  },
};
