import { CODE_PAGES } from './code-pages.js';

/** UTF-8 that was read as Windows-1252 and saved again: two to four signs, the first of which begins a letter. */
const GARBLED = /[Â-Ã]\P{ASCII}|[à-ï]\P{ASCII}{2}|[ð-ô]\P{ASCII}{3}/gu;
/** Without one of these it is no garbled text but an odd one. */
const TELLTALE = /Ã[¤¶¼Ÿ„–œ©¨\u009f\u0084\u0096\u009c]|â€[œ“™ž\u009d“”–]|Â[ §°´²³·«»]/u;

const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(CODE_PAGES['windows-1252'], (sign, nth) => [sign, nth + 0x80]),
);
const strict = new TextDecoder('utf-8', { fatal: true });

/** The text with its letters back, and how many; the same text and 0 if nothing in it was garbled. */
export function repairDoubleUtf8(text: string): { text: string; repaired: number } {
  if (!TELLTALE.test(text)) return { text, repaired: 0 };
  let repaired = 0;
  const whole = text.replace(GARBLED, (signs) => {
    const letter = letterOf(signs);
    if (letter === null) return signs;
    repaired++;
    return letter;
  });
  return { text: whole, repaired };
}

function letterOf(signs: string): string | null {
  const bytes = Array.from(signs, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return BYTES.get(sign) ?? (code >= 0x80 && code <= 0xff ? code : null);
  });
  if (bytes.includes(null)) return null;
  try {
    const letter = strict.decode(Uint8Array.from(bytes, (byte) => byte ?? 0));
    return [...letter].length === 1 ? letter : null;
  } catch {
    return null;
  }
}
