import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';

const ids = new WeakMap<Request, string>();

/**
 * A UUID, with hyphens or without as of trace ids and nginx, or a ULID. Nothing else: the id stands in the audit trail
 * for good, where a name must not.
 */
const REQUEST_ID =
  /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32}|[0-7][\dA-HJKMNP-TV-Z]{25})$/i;

/** The id of a request in answers, logs and audit: its own `x-request-id` if that is one, else a new one. */
export function requestIdOf(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers.get('x-request-id') ?? '';
  const id = REQUEST_ID.test(given) ? given : randomUUID();
  ids.set(request, id);
  return id;
}

/** Every answer carries the id under which it can be asked about. */
export const answerRequestId: Plugin = {
  onResponse({ request, response }) {
    response.headers.set('x-request-id', requestIdOf(request));
  },
};
