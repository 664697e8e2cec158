/** How formulas begin in spreadsheets, in full width as well, behind spaces and quotes of ours. */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** A text that a spreadsheet shows and does not compute: it gets a quote in front (OWASP, CSV injection). */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `guardFormula` was given; a text that was not guarded stays as it is. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
