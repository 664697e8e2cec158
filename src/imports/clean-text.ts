/** Invisible format characters: zero-width spaces, soft hyphen, byte order mark, bidirectional overrides. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** One line: composed letters, no control or invisible characters, runs of space collapsed, trimmed. */
export function cleanLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/\p{Cc}+/gu, '')
    .trim();
}

/** As {@link cleanLine}, but keeps line breaks (as `\n`), at most one blank line in a row. */
export function cleanParagraphs(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Length as people and PostgreSQL count it: in characters, not UTF-16 units. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
