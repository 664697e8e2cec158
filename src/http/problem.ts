import type { ErrorCode } from '../domain/error-codes.js';

/** An answer that is no GraphQL, as RFC 9457 has it; `code` is that of docs/errors.md. */
export function problem(
  status: number,
  {
    code,
    title,
    detail,
  }: { readonly code: ErrorCode; readonly title: string; readonly detail: string },
  headers: Readonly<Record<string, string>> = {},
  more: object = {},
): Response {
  const body = JSON.stringify({ type: 'about:blank', title, status, detail, code, ...more });
  return new Response(body, {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}
