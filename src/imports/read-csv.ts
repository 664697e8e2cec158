import { unguardFormula } from '../domain/csv-formulas.js';
import { type Columns, checkColumns, type ImportField, mapColumns } from './columns.js';
import { CsvFileError } from './csv-file-error.js';
import { decodeText, type TextEncodingName } from './decode-text.js';
import { type CsvRecordLines, parseFirstRecord, parseRecords } from './parse-records.js';
import { type RowProblem, shortened } from './row-problem.js';

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
    }
  | {
      readonly ok: false;
      readonly line: number;
      readonly endLine: number;
      readonly problems: readonly RowProblem[];
    };

export interface CsvWarning {
  readonly code: 'UNKNOWN_COLUMN' | 'GARBLED_TEXT';
  readonly message: string;
}

export interface CsvFile {
  readonly encoding: TextEncodingName;
  readonly delimiter: CsvDelimiter;
  readonly style: CsvStyle;
  readonly columns: Columns;
  readonly warnings: readonly CsvWarning[];
  /**
   * The data rows from the top, each time it is called. Throws CsvFileError, after the rows before it, where the
   * file breaks; who must not write half a file runs through it once first.
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
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    throw new CsvFileError(
      'NOT_TEXT',
      'This is an Excel workbook or a ZIP archive, not CSV. Save it as “CSV UTF-8”.',
    );
  }
  const { text, encoding } = decodeText(bytes);
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
  const header = parseFirstRecord(buffer, { ...format, delimiter });
  if (header.fields.length === 0 || !/[^\s;,"]/.test(text)) {
    throw new CsvFileError('EMPTY_FILE', 'The file is empty: there is not even a header row.');
  }
  const columns = mapColumns(header.fields);
  checkColumns(columns, header.fields, header.line);
  const style = delimiter === ';' || columns.german > columns.english ? 'GERMAN' : 'ENGLISH';

  async function* rows(): AsyncGenerator<CsvRow> {
    let count = -1;
    for await (const record of parseRecords(buffer, { ...format, delimiter })) {
      if (++count === 0) continue;
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

  const warnings = warningsOf(columns, text);
  return { encoding, delimiter, style, columns, warnings, rows, countRows };
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
      const { fields } = parseFirstRecord(buffer, { ...format, delimiter });
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

function toRow({ fields, line, endLine, brokenQuote }: CsvRecordLines, columns: Columns): CsvRow {
  const problem = shapeProblem(fields, brokenQuote, endLine, columns);
  if (problem) return { ok: false, line, endLine, problems: [problem] };
  const record: Partial<Record<ImportField, string>> = {};
  columns.fields.forEach((field, position) => {
    // Exports, ours and others', guard what a spreadsheet would compute by a quote.
    if (field !== null) record[field] = unguardFormula(fields[position] ?? '');
  });
  return { ok: true, line, endLine, record };
}

function shapeProblem(
  fields: readonly string[],
  brokenQuote: boolean,
  endLine: number,
  columns: Columns,
): RowProblem | undefined {
  const value = shortened(fields.join(' | '));
  if (brokenQuote) {
    return {
      code: 'BROKEN_QUOTE',
      field: null,
      column: null,
      value,
      message: `A quotation mark opens here and is only closed on line ${endLine}, in the middle of a text. Close it, or double it if it belongs to the text.`,
      params: { endLine },
    };
  }
  const allowed = columns.fields.length;
  // Excel leaves out the delimiters of columns that have no name.
  const needed = columns.fields.length - columns.unnamedAtEnd;
  if (fields.length >= needed && fields.length <= allowed) return undefined;
  const many = fields.length > allowed;
  return {
    code: many ? 'TOO_MANY_FIELDS' : 'TOO_FEW_FIELDS',
    field: null,
    column: null,
    value,
    message: `The row has ${fields.length} fields, the header has ${allowed}. ${
      many
        ? 'Put a text that contains the delimiter into quotation marks.'
        : 'Keep the delimiters of empty fields.'
    }`,
    params: { fields: fields.length, expected: allowed },
  };
}

/** UTF-8 read as Windows-1252 and saved again: `MÃ¼ller`. */
const GARBLED = /Ã[¤¶¼Ÿ„–œ©¨]/;

function warningsOf(columns: Columns, text: string): CsvWarning[] {
  const warnings: CsvWarning[] = columns.unknown.map((name) => ({
    code: 'UNKNOWN_COLUMN',
    message: `The column “${shortened(name)}” is not known and is not imported.`,
  }));
  const garbled = GARBLED.exec(text);
  if (garbled) {
    warnings.push({
      code: 'GARBLED_TEXT',
      message: `The text contains “${garbled[0]}”, a broken umlaut: the file mixes UTF-8 and Windows-1252. Names may be wrong.`,
    });
  }
  return warnings;
}
