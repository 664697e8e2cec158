import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { ImportFileError } from './import-file-error.js';

export interface RecordLines {
  readonly fields: readonly string[];
  /** Line on which the record starts; the file's first line is 1. */
  readonly line: number;
  /** Line on which it ends: later than `line` if a quoted field holds line breaks. */
  readonly endLine: number;
  /** A quote that opens one record and is closed in a later one swallowed the lines between. */
  readonly brokenQuote: boolean;
  /**
   * Of a workbook: positions of cells with a formula whose value it does not hold. Left out for CSV, in which every text
   * that begins with = is a formula.
   */
  readonly formulas?: readonly number[];
}

export interface RecordFormat {
  readonly delimiter: string;
  /** Lines before the buffer's first byte. */
  readonly linesBefore: number;
  readonly maxRecordBytes: number;
}

const CHUNK_BYTES = 65_536;
const LF = 10;
const CR = 13;

const PARSER_OPTIONS = {
  // Named, because discovery settles on the first line's ending and files get mixed ones by copying rows.
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  // `Hotel "Post"` without enclosing quotes is common and means what it says.
  relax_quotes: true,
  skip_empty_lines: true,
  ltrim: true,
};

/**
 * The first record that is not blank, with no fields if there is none.
 * @throws ImportFileError if the text cannot be read under this format
 */
export function parseFirstRecord(
  buffer: Buffer,
  format: RecordFormat,
): Pick<RecordLines, 'fields' | 'line'> {
  const lines = trackLines(buffer, format.linesBefore);
  const start = buffer.subarray(0, format.maxRecordBytes);
  const isCut = start.length < buffer.length;
  let line = format.linesBefore + 1;
  let end = 0;
  try {
    const [fields = []] = parseSync(start, {
      ...PARSER_OPTIONS,
      delimiter: format.delimiter,
      max_record_size: format.maxRecordBytes,
      skip_records_with_empty_values: true,
      to: 1,
      on_record: (record: string[], { bytes }) => {
        end = bytes;
        line = lines.advanceTo(bytes).line;
        return record;
      },
    });
    if (isCut && (end === 0 || end === start.length)) throw recordTooLarge(line, format);
    return { fields, line };
  } catch (error) {
    if (isCut && error instanceof CsvError) throw recordTooLarge(lines.nextLine(), format);
    throw fileError(error, lines.nextLine(), format);
  }
}

/** The first records that are not blank, as far as they can be read: among them the header is looked for. */
export function parseFirstRecords(
  buffer: Buffer,
  format: RecordFormat,
  most: number,
): Pick<RecordLines, 'fields' | 'line'>[] {
  const lines = trackLines(buffer, format.linesBefore);
  const records: Pick<RecordLines, 'fields' | 'line'>[] = [];
  try {
    parseSync(buffer.subarray(0, format.maxRecordBytes), {
      ...PARSER_OPTIONS,
      delimiter: format.delimiter,
      max_record_size: format.maxRecordBytes,
      to: most,
      on_record: (fields: string[], { bytes }) => {
        const { line } = lines.advanceTo(bytes);
        if (!isBlank(fields)) records.push({ fields, line });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return records;
}

/**
 * The records of a UTF-8 buffer with their lines, without blank ones, a chunk at a time.
 * @throws ImportFileError after the records before the fault: a quote never closed, a record too large
 */
export async function* parseRecords(
  buffer: Buffer,
  format: RecordFormat,
): AsyncGenerator<RecordLines> {
  const lines = trackLines(buffer, format.linesBefore);
  let batch: RecordLines[] = [];
  const parser = parse({
    ...PARSER_OPTIONS,
    delimiter: format.delimiter,
    max_record_size: format.maxRecordBytes,
    // Collected here and not read from the stream, which drops what it has buffered when a later record fails.
    on_record: (fields: string[], { bytes }) => {
      const { line, endLine, from } = lines.advanceTo(bytes);
      if (isBlank(fields)) return null;
      const raw = endLine > line ? buffer.toString('utf8', from, bytes) : '';
      batch.push({ fields, line, endLine, brokenQuote: fields.some((f) => isBroken(f, raw)) });
      return null;
    },
  });
  const done = finished(parser.resume()).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    for (let at = 0; at < buffer.length; at += CHUNK_BYTES) {
      const failed = await write(parser, buffer.subarray(at, at + CHUNK_BYTES));
      yield* batch;
      batch = [];
      if (failed) throw fileError(await done, lines.nextLine(), format);
      // The parser never leaves the microtask queue by itself; a server must answer others in between.
      await setImmediate();
    }
    parser.end();
    const error = await done;
    yield* batch;
    if (error !== undefined) throw fileError(error, lines.nextLine(), format);
  } finally {
    parser.destroy();
  }
}

function write(parser: NodeJS.WritableStream, chunk: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    parser.write(chunk, (error) => resolve(error !== undefined && error !== null));
  });
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '');
}

/** A relaxed quote stays in the text; a proper one would stand doubled in the file. */
function isBroken(field: string, raw: string): boolean {
  if (raw === '' || !field.startsWith('"') || !/[\r\n]/.test(field)) return false;
  return !raw.includes(`"${field.replaceAll('"', '""')}"`);
}

function fileError(error: unknown, line: number, format: RecordFormat): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new ImportFileError(
      'UNCLOSED_QUOTE',
      `A quotation mark in the record that starts on line ${line} is never closed. Close it, or double it if it belongs to the text.`,
      line,
    );
  }
  return error.code === 'CSV_MAX_RECORD_SIZE' ? recordTooLarge(line, format) : error;
}

function recordTooLarge(line: number, { maxRecordBytes }: RecordFormat): ImportFileError {
  return new ImportFileError(
    'RECORD_TOO_LARGE',
    `The record that starts on line ${line} is longer than ${maxRecordBytes} bytes. Is a quotation mark missing, or is this no CSV file?`,
    line,
  );
}

/** The parser's own count takes a quoted CRLF for two lines and knows only where a record ends. */
function trackLines(buffer: Buffer, linesBefore: number) {
  let at = 0;
  let line = linesBefore + 1;
  function skipLineBreak(): boolean {
    if (buffer[at] === CR && buffer[at + 1] === LF) at += 2;
    else if (buffer[at] === LF || buffer[at] === CR) at += 1;
    else return false;
    line++;
    return true;
  }
  /** The parser passes over lines of nothing but white space without a word. */
  function skipBlankLines(limit: number): void {
    while (at < limit) {
      const first = buffer[at] ?? 0;
      if (first > 0x20 && first < 0x80) return;
      let end = at;
      while (end < limit && buffer[end] !== LF && buffer[end] !== CR) end++;
      if (end === limit || buffer.toString('utf8', at, end).trim() !== '') return;
      at = end;
      skipLineBreak();
    }
  }
  return {
    /** @param end offset behind the record's last byte, its line break included */
    advanceTo(end: number): { line: number; endLine: number; from: number } {
      skipBlankLines(end);
      const from = at;
      const startLine = line;
      let endLine = line;
      while (at < end) {
        endLine = line;
        if (!skipLineBreak()) at++;
      }
      return { line: startLine, endLine, from };
    },
    nextLine(): number {
      skipBlankLines(buffer.length);
      return line;
    },
  };
}
