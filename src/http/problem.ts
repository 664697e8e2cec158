/** An answer that is no GraphQL, as RFC 9457 has it: what went wrong, for programs and for who reads along. */
export function problem(
  status: number,
  { title, detail }: { readonly title: string; readonly detail: string },
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  return new Response(body, {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}
