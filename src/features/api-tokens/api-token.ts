/** Secret scanners find a leaked token by it. */
const PREFIX = 'lwt_';
const FORM = /^lwt_([0-9a-f]{32})_([\w-]{43})$/;

/** The parts of a token that a program sends: its id, and the secret that proves it. */
export interface PresentedToken {
  readonly id: string;
  readonly secret: string;
}

/** `lwt_<id>_<secret>` */
export function formatToken({ id, secret }: PresentedToken): string {
  return `${PREFIX}${id.replaceAll('-', '')}_${secret}`;
}

export function looksLikeApiToken(token: string): boolean {
  return token.startsWith(PREFIX);
}

/** Null if it is not of the form. */
export function parseToken(token: string): PresentedToken | null {
  const [, digits, secret] = FORM.exec(token) ?? [];
  if (digits === undefined || secret === undefined) return null;
  const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, secret };
}
