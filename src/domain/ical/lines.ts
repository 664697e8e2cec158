/** Octets of a line without its end (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/** A content line, folded between characters. */
export function contentLine(text: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const sign of text) {
    const size = Buffer.byteLength(sign);
    if (octets + size > MOST_OCTETS) {
      lines.push(line);
      // A folded line begins with a space, which counts.
      line = ' ';
      octets = 1;
    }
    line += sign;
    octets += size;
  }
  return [...lines, line].map((one) => `${one}\r\n`).join('');
}

/** A text as a value: what has a meaning in iCalendar is escaped, and control characters are left out. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** An instant in UTC: `20261106T143000Z`. */
export function utcValue(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
