import { CsvFileError } from './csv-file-error.js';

export type TextEncodingName = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** What Windows-1252 has at 0x80 to 0x9F; unassigned bytes stay the control character of that number. */
const WINDOWS_1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Text of a file as exported by spreadsheets: a byte order mark decides, else strict UTF-8, else Windows-1252.
 * The text carries no byte order mark.
 * @throws CsvFileError if the bytes contradict their byte order mark
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeMarked(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decodeMarked(bytes, 'utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeMarked(bytes, 'utf-8');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

function decodeMarked(bytes: Uint8Array, encoding: TextEncodingName) {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CsvFileError(
      'INVALID_ENCODING',
      `The file begins with the byte order mark of ${encoding}, but is not valid ${encoding}. Save it again as “CSV UTF-8”.`,
    );
  }
}

/** By hand because TextDecoder('windows-1252') decodes 0x80 to 0x9F as ISO 8859-1 in Node 20.20 and some 22 and 23. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(
    /[\x80-\x9f]/g,
    (char) => WINDOWS_1252_HIGH[char.charCodeAt(0) - 0x80] ?? char,
  );
}
