import { checkColumns } from './columns.js';
import { decodeText } from './decode-text.js';
import { warningsOf } from './file-warnings.js';
import { chosenHeader, type Header, headerAmong, MOST_ROWS_ABOVE } from './find-header.js';
import { countOf, type FileRow, type ImportFile, type Layout, NO_LAYOUT } from './import-file.js';
import { ImportFileError } from './import-file-error.js';
import {
  parseFirstRecord,
  parseFirstRecords,
  parseRecords,
  type RecordFormat,
  type RecordLines,
} from './parse-records.js';
import { refuseOtherFiles } from './refuse-other-files.js';
import { toRow } from './to-row.js';

export interface CsvLimits {
  readonly maxFileBytes: number;
  readonly maxRows: number;
  readonly maxRecordBytes: number;
}

export interface CsvOptions extends Partial<CsvLimits>, Partial<Layout> {
  /** Found out if not given. */
  readonly delimiter?: CsvDelimiter | null;
}

export const CSV_LIMITS: CsvLimits = {
  maxFileBytes: 64 * 1024 * 1024,
  maxRows: 100_000,
  maxRecordBytes: 128 * 1024,
};

/** A CSV file that is open. */
export interface CsvFile extends ImportFile {
  readonly delimiter: CsvDelimiter;
}

const DELIMITERS = [';', ',', '\t'] as const;
export type CsvDelimiter = (typeof DELIMITERS)[number];

/**
 * Opens a CSV file: encoding, delimiter and header are settled here, rows are read on demand.
 * @throws ImportFileError if the file as a whole cannot be imported
 */
export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): CsvFile {
  const { maxFileBytes, maxRows, maxRecordBytes } = { ...CSV_LIMITS, ...options };
  const layout = { ...NO_LAYOUT, ...options };
  if (bytes.byteLength > maxFileBytes) {
    throw new ImportFileError(
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
    layout,
  );
  const header = findHeader(buffer, { ...format, delimiter }, layout);
  const { columns } = header;
  if (columns.header.length === 0 || !/[^\s;,"]/.test(text)) {
    throw new ImportFileError('EMPTY_FILE', 'The file is empty: there is not even a header row.');
  }
  if (!layout.unchecked) checkColumns(columns, header.line);
  const style = delimiter === ';' || columns.german > columns.english ? 'GERMAN' : 'ENGLISH';

  async function* records(): AsyncGenerator<RecordLines> {
    // Of the titles and the header.
    let count = -header.titles - 1;
    for await (const record of parseRecords(buffer, { ...format, delimiter })) {
      if (++count <= 0) continue;
      if (count > maxRows) {
        throw new ImportFileError(
          'TOO_MANY_ROWS',
          `The file has more than ${maxRows} rows; the first one too many is on line ${record.line}. Split it.`,
          record.line,
        );
      }
      yield record;
    }
  }
  async function* rows(): AsyncGenerator<FileRow> {
    for await (const record of records()) yield toRow(record, columns);
  }
  async function* cells(): AsyncGenerator<readonly string[]> {
    for await (const { fields } of records()) yield fields;
  }

  const warnings = warningsOf(columns, {
    encoding,
    repaired,
    headerLine: header.line,
    titles: header.titles,
  });
  return {
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    headerLine: header.line,
    style,
    columns,
    warnings,
    rows,
    countRows: () => countOf(records()),
    cells,
  };
}

function findHeader(buffer: Buffer, format: RecordFormat, layout: Layout): Header {
  const first = parseFirstRecord(buffer, format);
  const alone = layout.headerLine === null ? headerAmong([first], layout) : null;
  return alone ?? chosenHeader(parseFirstRecords(buffer, format, MOST_ROWS_ABOVE), first, layout);
}

/** The delimiter under which most header names are known, then the one that makes most columns. */
function sniffDelimiter(
  buffer: Buffer,
  candidates: readonly CsvDelimiter[],
  format: { linesBefore: number; maxRecordBytes: number },
  layout: Layout,
): CsvDelimiter {
  let best: { delimiter: CsvDelimiter; known: number; columns: number } | undefined;
  let fault: ImportFileError | undefined;
  for (const delimiter of candidates) {
    try {
      const { columns: found } = findHeader(buffer, { ...format, delimiter }, layout);
      const known = found.fields.filter((field) => field !== null).length;
      const columns = found.header.length;
      if (!best || known > best.known || (known === best.known && columns > best.columns)) {
        best = { delimiter, known, columns };
      }
    } catch (error) {
      if (!(error instanceof ImportFileError)) throw error;
      fault ??= error;
    }
  }
  // Under the right delimiter the header is broken, under the others it is merely nonsense.
  if (fault && !best?.known) throw fault;
  return best?.delimiter ?? ';';
}
