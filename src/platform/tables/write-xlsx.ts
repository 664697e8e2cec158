import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Column, Table, TableFormat, TableStyle } from './table.js';
import { serialDay, wallClockIn } from './wall-clock.js';
import { columnName, STYLES, sheetEnd, sheetStart, workbookParts } from './xlsx-parts.js';
import { xlsxText } from './xlsx-text.js';

/** Rows of one sheet, with the row of names; what is more goes on in the next sheet. */
const MOST_ROWS = 1_048_576;

/** When the parts of the archive were made: it says nothing, and the same rows give the same bytes. */
const MADE_AT = new Date('2000-01-01T12:00:00Z');

/**
 * An Excel workbook. A text is a cell of text and nothing else, so no text is ever computed; dates are local, as a
 * spreadsheet has no time zones.
 */
export const XLSX: TableFormat = {
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: (table, style, pages) => writeXlsx(table, style, pages, MOST_ROWS),
};

/** @param mostRows of one sheet */
export async function* writeXlsx<Row>(
  table: Table<Row>,
  style: TableStyle,
  pages: AsyncIterable<readonly Row[]>,
  mostRows: number,
): AsyncGenerator<Uint8Array, void> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const rows = rowsOf(pages);
  const titles: string[] = [];
  let open: Readable | null = null;

  function addSheet(ahead: IteratorResult<Row, void> | null): void {
    const nth = titles.length + 1;
    titles.push(nth === 1 ? table.title[style.language] : `${table.title[style.language]} ${nth}`);
    let left: IteratorResult<Row, void> | null = null;
    async function* xml() {
      left = yield* sheetXml(table.columns, style, { rows, ahead, mostRows });
    }
    const sheet = Readable.from(xml(), { objectMode: false });
    sheet.on('error', (error) => output.destroy(error));
    sheet.on('end', () => (left ? addSheet(left) : addRest()));
    open = sheet;
    zip.addReadStream(sheet, `xl/worksheets/sheet${nth}.xml`, { mtime: MADE_AT });
  }
  function addRest(): void {
    for (const { path, xml } of workbookParts(titles, style.language)) {
      zip.addBuffer(Buffer.from(xml), path, { mtime: MADE_AT });
    }
    zip.end();
  }

  try {
    addSheet(null);
    for await (const chunk of output) yield chunk;
  } finally {
    output.destroy();
    (open as Readable | null)?.destroy();
    await rows.return();
  }
}

async function* rowsOf<Row>(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Row, void> {
  for await (const page of pages) yield* page;
}

/** About so many characters are handed on at once. */
const CHUNK = 32_768;

interface Source<Row> {
  readonly rows: AsyncGenerator<Row, void>;
  /** The row that the sheet before had no room for. */
  readonly ahead: IteratorResult<Row, void> | null;
  readonly mostRows: number;
}

/** Returns the row that it has no room for; null if all are written. */
async function* sheetXml<Row>(
  columns: readonly Column<Row>[],
  style: TableStyle,
  { rows, ahead, mostRows }: Source<Row>,
): AsyncGenerator<string, IteratorResult<Row, void> | null> {
  const { language } = style;
  const cell = cellWriter(style);
  let count = 1;
  let text = sheetStart(columns) + header(columns.map(({ names }) => names[language]));
  let next = ahead ?? (await rows.next());
  while (!next.done && count < mostRows) {
    count++;
    const row = next.value;
    const cells = columns.map((column, index) =>
      cell(`${columnName(index + 1)}${count}`, column.holds, column.value(row, language)),
    );
    text += `<row r="${count}">${cells.join('')}</row>`;
    if (text.length > CHUNK) {
      yield text;
      text = '';
    }
    next = await rows.next();
  }
  yield text + sheetEnd(columns.length, count);
  return next.done ? null : next;
}

function header(names: readonly string[]): string {
  const cells = names.map((name, index) =>
    textCell(`${columnName(index + 1)}1`, STYLES.header, name),
  );
  return `<row r="1">${cells.join('')}</row>`;
}

function cellWriter({ timeZone }: TableStyle) {
  const wallClock = wallClockIn(timeZone);
  return (at: string, holds: Column<never>['holds'], value: string | null | undefined): string => {
    if (value === null || value === undefined || value === '') return '';
    if (holds === 'text') return textCell(at, STYLES.text, value);
    const number = holds === 'amount' ? value : serialDay(wallClock(value));
    return `<c r="${at}" s="${STYLES[holds]}"><v>${number}</v></c>`;
  };
}

function textCell(at: string, style: number, text: string): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xlsxText(text)}</t></is></c>`;
}
