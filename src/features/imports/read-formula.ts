/** A cell that a spreadsheet would compute: `=HYPERLINK(…)`, `="0151"`, `=A1&B2`. */
export function isFormula(text: string): boolean {
  return /^\s*=/.test(text);
}

/**
 * What a formula shows, where that can be told without computing: a text in quotation marks (`="01067"`) or what a link
 * is called. Null for all others.
 */
export function readFormula(formula: string): string | null {
  const text = formula.trim().slice(1).trim();
  const parts = quotedParts(text);
  const [first] = parts;
  if (first && first.from === 0 && first.to === text.length) return first.text;
  if (/^(?:HYPERLINK|HYPERLINK\.)\s*\(/i.test(text) && text.endsWith(')')) {
    return parts.at(-1)?.text ?? null;
  }
  return null;
}

interface Quoted {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function quotedParts(text: string): Quoted[] {
  const parts: Quoted[] = [];
  let at = text.indexOf('"');
  while (at >= 0) {
    let inner = '';
    let next = at + 1;
    for (; next < text.length; next++) {
      if (text.charAt(next) !== '"') inner += text.charAt(next);
      else if (text.charAt(next + 1) === '"') {
        inner += '"';
        next++;
      } else break;
    }
    if (next >= text.length) break;
    parts.push({ text: inner, from: at, to: next + 1 });
    at = text.indexOf('"', next + 1);
  }
  return parts;
}
