import { ImportFileError } from '../import-file-error.js';
import { unescaped } from './cell-text.js';
import type { XlsxLimits } from './limits.js';
import { readWhole } from './read-xml.js';

/**
 * The texts that cells name by their number. Of a rich text the letters count, of phonetic hints nothing.
 * @throws ImportFileError if there are more than is allowed
 */
export async function readTexts(
  chunks: AsyncIterable<Uint8Array>,
  { maxTexts, maxTextCharacters }: Pick<XlsxLimits, 'maxTexts' | 'maxTextCharacters'>,
): Promise<readonly string[]> {
  const texts: string[] = [];
  const current = textCollector();
  let characters = 0;
  await readWhole(chunks, {
    open: (name) => current.open(name),
    text(text) {
      characters += current.text(text);
      if (characters > maxTextCharacters) {
        throw tooMany(`more than ${maxTextCharacters} characters in its texts`);
      }
    },
    close(name) {
      current.close(name);
      if (name !== 'si') return;
      texts.push(current.take());
      if (texts.length > maxTexts) throw tooMany(`more than ${maxTexts} different texts`);
    },
  });
  return texts;
}

/** Puts the letters of a text together: those in `t`, but not those in `rPh`. */
export function textCollector() {
  let parts = '';
  let reading = false;
  let hints = 0;
  return {
    open(name: string): void {
      if (name === 'rPh') hints++;
      if (name === 't') reading = hints === 0;
    },
    /** How many characters were taken. */
    text(text: string): number {
      if (!reading) return 0;
      parts += text;
      return text.length;
    },
    close(name: string): void {
      if (name === 'rPh') hints--;
      if (name === 't') reading = false;
    },
    /** The text, and begins anew. */
    take(): string {
      const text = unescaped(parts);
      parts = '';
      return text;
    },
  };
}

function tooMany(what: string): ImportFileError {
  return new ImportFileError(
    'TOO_MANY_TEXTS',
    `The workbook has ${what}. Split the list, or copy it into a new workbook.`,
  );
}
