/** Control characters that stood amid a cell, as U+0007: another program may have meant letters by them. At its edges they mean nothing. */
export function controlCharacters(cell: string): string[] {
  if (!CONTROL.test(cell)) return [];
  const amid = new Set<string>();
  let since: string[] | null = null;
  for (const sign of cell) {
    if (/[^\s\p{C}]/u.test(sign)) {
      for (const one of since ?? []) amid.add(one);
      since = [];
    } else if (CONTROL.test(sign)) since?.push(sign);
  }
  return [...amid].map(
    (sign) => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** But for those that are white space. */
const CONTROL = /(?![\s\u0085])\p{Cc}/u;
