import type { ImportField } from './column-names.js';
import { type Columns, checkColumns, mapColumns, tellCompanies } from './columns.js';
import { CsvFileError } from './csv-file-error.js';
import { decodeText, type TextEncodingName } from './decode-text.js';
import {
  parseFirstRecord,
  parseFirstRecords,
  parseRecords,
  type RecordFormat,
} from './parse-records.js';
import { refuseOtherFiles } from './refuse-other-files.js';
import { type RowProblem, type RowWarning, shortened } from './row-problem.js';
import { toRow } from './to-row.js';

export interface CsvLimits {
  readonly maxFileBytes: number;
  readonly maxRows: number;
  readonly maxRecordBytes: number;
}

export interface CsvOptions extends Partial<CsvLimits> {
  /** Found out if not given. */
  readonly delimiter?: CsvDelimiter | null;
}

export const CSV_LIMITS: CsvLimits = {
  maxFileBytes: 64 * 1024 * 1024,
  maxRows: 100_000,
  maxRecordBytes: 128 * 1024,
};

/** How the file writes numbers and dates: decides `12.500` and `06/11/2026`, which are right in both. */
export type CsvStyle = 'GERMAN' | 'ENGLISH';

export type CsvRecord = Readonly<Partial<Record<ImportField, string>>>;

export type CsvRow =
  | {
      readonly ok: true;
      readonly line: number;
      readonly endLine: number;
      readonly record: CsvRecord;
      /** What was noticed about the row before its cells were read. */
      readonly warnings?: readonly RowWarning[];
    }
  | {
      readonly ok: false;
      readonly line: number;
      readonly endLine: number;
      readonly problems: readonly RowProblem[];
    };

export interface CsvWarning {
  readonly code: 'UNKNOWN_COLUMN' | 'TITLE_ROWS' | 'ENCODING_GUESSED' | 'GARBLED_TEXT';
  readonly message: string;
}

export interface CsvFile {
  readonly encoding: TextEncodingName;
  readonly delimiter: CsvDelimiter;
  readonly style: CsvStyle;
  readonly columns: Columns;
  readonly warnings: readonly CsvWarning[];
  /**
   * The data rows from the top, each time it is called. Throws CsvFileError, after the rows before it, where the file
   * breaks; a caller that must not write half a file runs through it once first.
   */
  rows(): AsyncGenerator<CsvRow>;
  /** Runs through all rows. @throws CsvFileError where the file breaks */
  countRows(): Promise<number>;
}

const DELIMITERS = [';', ',', '\t'] as const;
export type CsvDelimiter = (typeof DELIMITERS)[number];

/**
 * Opens a CSV file: encoding, delimiter and header are settled here, rows are read on demand.
 * @throws CsvFileError if the file as a whole cannot be imported
 */
export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): CsvFile {
  const { maxFileBytes, maxRows, maxRecordBytes } = { ...CSV_LIMITS, ...options };
  if (bytes.byteLength > maxFileBytes) {
    throw new CsvFileError(
      'FILE_TOO_LARGE',
      `The file has ${bytes.byteLength} bytes; at most ${maxFileBytes} are allowed. Split it.`,
    );
  }
  refuseOtherFiles(bytes);
  const { text, encoding, repaired } = decodeText(bytes);
  // Excel's own way to name the delimiter, as a line before the header.
  const separatorLine = /^"?sep=([;,\t])"?(?:\r\n|\n|\r|$)/i.exec(text);
  const buffer = Buffer.from(separatorLine ? text.slice(separatorLine[0].length) : text, 'utf8');
  const named = options.delimiter ?? separatorLine?.[1];
  const format = { linesBefore: separatorLine ? 1 : 0, maxRecordBytes };
  const delimiter = sniffDelimiter(
    buffer,
    named === undefined ? DELIMITERS : DELIMITERS.filter((candidate) => candidate === named),
    format,
  );
  const header = findHeader(buffer, { ...format, delimiter });
  if (header.fields.length === 0 || !/[^\s;,"]/.test(text)) {
    throw new CsvFileError('EMPTY_FILE', 'The file is empty: there is not even a header row.');
  }
  const columns = mapColumns(header.fields);
  checkColumns(columns, header.line);
  const style = delimiter === ';' || columns.german > columns.english ? 'GERMAN' : 'ENGLISH';

  async function* rows(): AsyncGenerator<CsvRow> {
    // Of the titles and the header.
    let count = -header.titles - 1;
    for await (const record of parseRecords(buffer, { ...format, delimiter })) {
      if (++count <= 0) continue;
      if (count > maxRows) {
        throw new CsvFileError(
          'TOO_MANY_ROWS',
          `The file has more than ${maxRows} rows; the first one too many is on line ${record.line}. Split it.`,
          record.line,
        );
      }
      yield toRow(record, columns);
    }
  }
  async function countRows(): Promise<number> {
    let count = 0;
    for await (const _ of rows()) count++;
    return count;
  }

  const warnings = warningsOf(columns, {
    encoding,
    repaired,
    headerLine: header.line,
    titles: header.titles,
  });
  return { encoding, delimiter, style, columns, warnings, rows, countRows };
}

/** How many rows of titles, dates and blank cells may stand above the header. */
const MOST_ROWS_ABOVE = 30;

/** The first row that names a company and a city; the first one at all if none does. */
function findHeader(
  buffer: Buffer,
  format: RecordFormat,
): { fields: readonly string[]; line: number; titles: number } {
  const first = parseFirstRecord(buffer, format);
  if (tellCompanies(mapColumns(first.fields))) return { ...first, titles: 0 };
  const records = parseFirstRecords(buffer, format, MOST_ROWS_ABOVE);
  const at = records.findIndex(({ fields }) => tellCompanies(mapColumns(fields)));
  const found = records[at];
  return found ? { ...found, titles: at } : { ...first, titles: 0 };
}

/** The delimiter under which most header names are known, then the one that makes most columns. */
function sniffDelimiter(
  buffer: Buffer,
  candidates: readonly CsvDelimiter[],
  format: { linesBefore: number; maxRecordBytes: number },
): CsvDelimiter {
  let best: { delimiter: CsvDelimiter; known: number; columns: number } | undefined;
  let fault: CsvFileError | undefined;
  for (const delimiter of candidates) {
    try {
      const { fields } = findHeader(buffer, { ...format, delimiter });
      const known = mapColumns(fields).fields.filter((field) => field !== null).length;
      const columns = fields.length;
      if (!best || known > best.known || (known === best.known && columns > best.columns)) {
        best = { delimiter, known, columns };
      }
    } catch (error) {
      if (!(error instanceof CsvFileError)) throw error;
      fault ??= error;
    }
  }
  // Under the right delimiter the header is broken, under the others it is merely nonsense.
  if (fault && !best?.known) throw fault;
  return best?.delimiter ?? ';';
}

interface FileFacts {
  readonly encoding: TextEncodingName;
  readonly repaired: number;
  readonly headerLine: number;
  readonly titles: number;
}

/** Code pages that are only guessed, by what people call them. */
const GUESSED: Readonly<Partial<Record<TextEncodingName, string>>> = {
  macintosh: 'Mac Roman',
  cp850: 'the code page 850 of MS-DOS',
  'windows-1250': 'Windows-1250 (Central European)',
  'iso-8859-2': 'ISO 8859-2 (Central European)',
};

/** Of more columns that are not known only the number is told. */
const MOST_NAMED_COLUMNS = 50;

function warningsOf(columns: Columns, facts: FileFacts): CsvWarning[] {
  const warnings: CsvWarning[] = columns.unknown.slice(0, MOST_NAMED_COLUMNS).map((name) => ({
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
