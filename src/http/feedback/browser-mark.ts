import { newSecret } from '../../platform/keys/secret.js';

const NAME = 'leadwarden-feedback';
const MARK = /^[\w-]{43}$/;
const DAYS = 30;

/**
 * The mark by which a browser is recognised, so that it is thanked again and not told that its link is used up. A
 * form carries it as well, for browsers that keep no cookies.
 */
export function browserMark(request: Request, sent: URLSearchParams | null): string | null {
  const cookie = request.headers.get('cookie') ?? '';
  const kept = cookie
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);
  const mark = kept ?? sent?.get('browser') ?? '';
  return MARK.test(mark) ? mark : null;
}

/** The mark of a browser that has none. */
export function newBrowserMark(): string {
  return newSecret();
}

/** Sent along when a mail's link is followed from another site, and never read by a script. */
export function markCookie(mark: string, { secure }: { secure: boolean }): string {
  const rest = `Path=/feedback; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax`;
  return `${NAME}=${mark}; ${rest}${secure ? '; Secure' : ''}`;
}
