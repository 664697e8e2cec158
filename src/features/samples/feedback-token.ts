import { SECRET, secretHash } from '../../platform/keys/secret.js';

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
  return SECRET.test(token) ? token : null;
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
  return secretHash(`${token}:${browser}`);
}
