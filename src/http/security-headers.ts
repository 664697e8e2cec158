import type { Plugin } from 'graphql-yoga';

/** For all answers but pages: they load nothing, and no page may frame them. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Unless a route says otherwise: answers hold personal data. */
const BY_DEFAULT = { 'cache-control': 'no-store', 'content-security-policy': NO_PAGE } as const;

/** @param https whether people come by https, so that browsers may insist on it */
export function answerSecurityHeaders({ https }: { https: boolean }): Plugin {
  const always = Object.entries({
    ...ALWAYS,
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  });
  const byDefault = Object.entries(BY_DEFAULT);
  return {
    onResponse({ response: { headers } }) {
      for (const [name, value] of always) headers.set(name, value);
      for (const [name, value] of byDefault) if (!headers.has(name)) headers.set(name, value);
    },
  };
}
