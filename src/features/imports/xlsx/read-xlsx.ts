import { checkColumns, tellCompanies } from '../columns.js';
import { warningsOf } from '../file-warnings.js';
import { chosenHeader, type Header, headerAmong, MOST_ROWS_ABOVE } from '../find-header.js';
import {
  countOf,
  type FileRow,
  type FileStyle,
  type ImportFile,
  type Layout,
  NO_LAYOUT,
} from '../import-file.js';
import { ImportFileError } from '../import-file-error.js';
import type { RecordLines } from '../parse-records.js';
import { shortened } from '../row-problem.js';
import { toRow } from '../to-row.js';
import { type Epoch, numberText } from './cell-text.js';
import { XLSX_LIMITS, type XlsxLimits } from './limits.js';
import { openArchive } from './open-archive.js';
import { type Cell, readSheet, type SheetRow } from './read-sheet.js';
import { readTexts } from './read-texts.js';
import { readWorkbook, type Sheet } from './workbook.js';

export interface XlsxOptions extends Partial<XlsxLimits>, Partial<Layout> {
  /** Name of the sheet to read; the first one that tells companies if null. */
  readonly sheet?: string | null;
}

/**
 * Opens an Excel workbook: sheet and header are settled here, rows are read on demand. No formula is computed: a cell is what
 * the program that saved it has shown.
 * @throws ImportFileError if the file as a whole cannot be imported
 */
export async function readXlsx(bytes: Uint8Array, options: XlsxOptions = {}): Promise<ImportFile> {
  const limits = { ...XLSX_LIMITS, ...options };
  const layout = { ...NO_LAYOUT, ...options };
  const archive = await openArchive(bytes, limits);
  const workbook = await readWorkbook(archive);
  const texts =
    workbook.texts !== null && archive.has(workbook.texts)
      ? await readTexts(archive.read(workbook.texts), limits)
      : null;
  const context = { formats: workbook.formats, texts, limits };
  const rowsOf = (sheet: Sheet) => readSheet(archive.read(sheet.path), context);

  const candidates = candidatesIn(workbook.sheets, options.sheet ?? null, limits.maxSheets);
  const { sheet, header } = await findSheet(candidates, layout, (one) =>
    firstRecords(rowsOf(one), workbook.epoch),
  );
  const { columns } = header;
  if (!layout.unchecked) checkColumns(columns, header.line);
  const style: FileStyle = columns.english > columns.german ? 'ENGLISH' : 'GERMAN';

  async function* records(): AsyncGenerator<RecordLines> {
    let count = 0;
    for await (const row of rowsOf(sheet)) {
      if (row.line <= header.line) continue;
      if (++count > limits.maxRows) throw tooManyRows(limits.maxRows, row.line);
      yield recordOf(row, { style, epoch: workbook.epoch });
    }
  }
  async function* rows(): AsyncGenerator<FileRow> {
    for await (const record of records()) yield toRow(record, columns);
  }
  async function* cells(): AsyncGenerator<readonly string[]> {
    for await (const { fields } of records()) yield fields;
  }

  const facts = { encoding: 'xlsx', repaired: 0, headerLine: header.line, titles: header.titles };
  const visible = workbook.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
  const others = visible.filter((name) => name !== sheet.name);
  return {
    encoding: 'xlsx',
    sheets: visible,
    sheet: sheet.name,
    headerLine: header.line,
    style,
    columns,
    warnings: [...warningsOf(columns, facts), ...otherSheets(sheet.name, others)],
    rows,
    countRows: () => countOf(records()),
    cells,
  };
}

/** @throws ImportFileError for a workbook without a sheet, or without the one that is wanted */
function candidatesIn(sheets: readonly Sheet[], wanted: string | null, most: number): Sheet[] {
  const found =
    wanted === null
      ? sheets.filter(({ hidden }) => !hidden).slice(0, most)
      : sheets.filter(({ name }) => name === wanted);
  if (found.length > 0) return found;
  const names = sheets.slice(0, most).map(({ name }) => `“${shortened(name)}”`);
  throw new ImportFileError(
    'NO_SHEET',
    wanted === null
      ? 'The workbook has no visible sheet with cells.'
      : `The workbook has no sheet “${shortened(wanted)}”, it has ${names.join(', ') || 'none'}.`,
  );
}

interface Found {
  readonly sheet: Sheet;
  readonly header: Header;
}

/** The first sheet that tells companies; the first one in which something stands if none does. */
async function findSheet(
  candidates: readonly Sheet[],
  layout: Layout,
  read: (sheet: Sheet) => Promise<RecordLines[]>,
): Promise<Found> {
  let spare: Found | null = null;
  for (const sheet of candidates) {
    const records = await read(sheet);
    const [first] = records;
    if (!first) continue;
    const header =
      layout.headerLine === null
        ? headerAmong(records, layout)
        : chosenHeader(records, first, layout);
    if (header && (layout.headerLine === null || tellCompanies(header.columns))) {
      return { sheet, header };
    }
    spare ??= { sheet, header: header ?? chosenHeader(records, first, layout) };
  }
  if (spare) return spare;
  throw new ImportFileError('EMPTY_FILE', 'The workbook is empty: there is not even a header row.');
}

/** The rows among which the header is looked for. */
async function firstRecords(rows: AsyncGenerator<SheetRow>, epoch: Epoch): Promise<RecordLines[]> {
  const records: RecordLines[] = [];
  for await (const row of rows) {
    records.push(recordOf(row, { style: 'GERMAN', epoch }));
    if (records.length === MOST_ROWS_ABOVE) break;
  }
  return records;
}

function recordOf(
  { line, cells }: SheetRow,
  style: { style: FileStyle; epoch: Epoch },
): RecordLines {
  const formulas = cells.flatMap((cell, position) => (cell?.kind === 'FORMULA' ? [position] : []));
  const fields = cells.map((cell) => (cell ? textOf(cell, style) : ''));
  return { fields, line, endLine: line, brokenQuote: false, formulas };
}

function textOf(cell: Cell, style: { style: FileStyle; epoch: Epoch }): string {
  switch (cell.kind) {
    case 'TEXT':
      return cell.text;
    case 'NUMBER':
      return numberText(cell.number, cell.format, style);
    case 'FLAG':
      return style.style === 'GERMAN'
        ? cell.value
          ? 'WAHR'
          : 'FALSCH'
        : cell.value
          ? 'TRUE'
          : 'FALSE';
    case 'FORMULA':
      return cell.formula;
  }
}

function tooManyRows(most: number, line: number): ImportFileError {
  return new ImportFileError(
    'TOO_MANY_ROWS',
    `The sheet has more than ${most} rows; the first one too many is row ${line}. Split it.`,
    line,
  );
}

/** Of more sheets only the number is told. */
const MOST_NAMED_SHEETS = 10;

function otherSheets(read: string, others: readonly string[]): ImportFile['warnings'] {
  if (others.length === 0) return [];
  const named = others.slice(0, MOST_NAMED_SHEETS).map((name) => `“${shortened(name)}”`);
  if (others.length > named.length) named.push(`${others.length - named.length} more`);
  const message = `The sheet “${shortened(read)}” is imported; of ${named.join(', ')} nothing is.`;
  return [{ code: 'OTHER_SHEETS', message }];
}
