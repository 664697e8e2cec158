const PATH = /^\/calendar\/([\w-]{43})\.ics$/;

/** The token in the path of a feed; null if it can be none. */
export function feedTokenIn(path: string): string | null {
  return PATH.exec(path)?.[1] ?? null;
}

/** Where the feed with the token is, below the public address. */
export function feedPath(token: string): string {
  return `/calendar/${token}.ics`;
}
