import type { Columns } from './columns.js';
import type { FileWarning } from './import-file.js';
import { shortened } from './row-problem.js';

interface FileFacts {
  readonly encoding: string;
  /** Letters that were saved twice as UTF-8. */
  readonly repaired: number;
  readonly headerLine: number;
  readonly titles: number;
}

/** Code pages that are only guessed, by what people call them. */
const GUESSED: Readonly<Record<string, string>> = {
  macintosh: 'Mac Roman',
  cp850: 'the code page 850 of MS-DOS',
  'windows-1250': 'Windows-1250 (Central European)',
  'iso-8859-2': 'ISO 8859-2 (Central European)',
};

/** Of more columns that are not known only the number is told. */
const MOST_NAMED_COLUMNS = 50;

/** Remarks on a file as a whole. */
export function warningsOf(columns: Columns, facts: FileFacts): FileWarning[] {
  const warnings: FileWarning[] = columns.unknown.slice(0, MOST_NAMED_COLUMNS).map((name) => ({
    code: 'UNKNOWN_COLUMN',
    message: `The column “${shortened(name)}” is not known and is not imported.`,
  }));
  const unnamed = columns.unknown.length - warnings.length;
  if (unnamed > 0) {
    warnings.push({
      code: 'UNKNOWN_COLUMN',
      message: `${unnamed} more columns are not known and are not imported.`,
    });
  }
  const { encoding, repaired, headerLine, titles } = facts;
  if (titles > 0) {
    warnings.push({
      code: 'TITLE_ROWS',
      message: `The header was found on line ${headerLine}; what stands above it is not imported.`,
    });
  }
  const guessed = GUESSED[encoding];
  if (guessed !== undefined) {
    warnings.push({
      code: 'ENCODING_GUESSED',
      message: `The letters were read as ${guessed}. If umlauts or accents are wrong, save the file again as “CSV UTF-8”.`,
    });
  }
  if (repaired > 0) {
    warnings.push({
      code: 'GARBLED_TEXT',
      message: `${repaired} letters had been saved twice as UTF-8 (“Ã¼” for “ü”) and were put right. Look at the names.`,
    });
  }
  return warnings;
}
