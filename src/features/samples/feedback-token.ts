import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A secret of 256 bits in 43 characters that need no escaping in an address. */
export function newFeedbackToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

const TOKEN = /^[\w-]{43}$/;

/**
 * The token in the last part of an address, as mail programs and people leave it: encoded, with a slash or the end of a
 * sentence behind it. Null if it can be none.
 */
export function feedbackTokenIn(segment: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(segment);
  } catch {
    return null;
  }
  const token = withoutEnd(decoded.trim());
  return TOKEN.test(token) ? token : null;
}

/** Without what a mail program or a person puts behind a link. */
function withoutEnd(text: string): string {
  let length = text.length;
  while (length > 0 && BEHIND_LINKS.has(text.charAt(length - 1))) length--;
  return text.slice(0, length);
}

const BEHIND_LINKS: ReadonlySet<string> = new Set('/.,;:!?)>]"\'»”');

/** The stored hash of a browser's mark, so that the browser that answered is recognised. */
export function feedbackReceiptHash(token: string, browser: string): string {
  return feedbackTokenHash(`${token}:${browser}`);
}

/** The stored hash of the secret. A random secret of this size needs no slow hash. */
export function feedbackTokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
