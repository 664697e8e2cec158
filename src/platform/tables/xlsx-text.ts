/** Characters that one cell of Excel takes. */
const MOST_CHARACTERS = 32_767;

/**
 * What XML cannot hold, line ends that it would change, and texts that look like an escape: spreadsheets write them as
 * `_x000D_`.
 */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as the content of an XML element of a workbook; longer ones are cut. */
export function xlsxText(text: string): string {
  const fitting = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  const escaped = fitting.replace(ESCAPED, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  });
  return escaped.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
