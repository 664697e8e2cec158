import type { CodePage } from './code-pages.js';
import { guessCodePage } from './guess-code-page.js';
import { ImportFileError } from './import-file-error.js';
import { repairDoubleUtf8 } from './repair-double-utf8.js';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage;

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: TextEncodingName;
  /** Letters that were saved twice as UTF-8 and are whole again. */
  readonly repaired: number;
}

/**
 * Text of a file as exported by spreadsheets: a byte order mark decides, else strict UTF-8, else the code page that
 * gives likely letters.
 * @throws ImportFileError if the bytes contradict their byte order mark, or give unlikely letters in each code page
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, encoding } = decoded(bytes);
  return { encoding, ...repairDoubleUtf8(text) };
}

function decoded(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeStrictly(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decodeStrictly(bytes, 'utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeStrictly(bytes, 'utf-8');
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return decodeStrictly(bytes, unmarked);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const guess = guessCodePage(bytes);
  if (guess) return { text: guess.text, encoding: guess.page };
  throw new ImportFileError(
    'INVALID_ENCODING',
    'It cannot be told how the letters of the file are encoded: umlauts and accents would come out wrong. Save it again as “CSV UTF-8”.',
  );
}

/** Latin text in UTF-16 has a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2_000);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be') {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ImportFileError(
      'INVALID_ENCODING',
      `The file begins like ${encoding}, but is not valid ${encoding}. Save it again as “CSV UTF-8”.`,
    );
  }
}
