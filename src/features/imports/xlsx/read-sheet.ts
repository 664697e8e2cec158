import { ImportFileError } from '../import-file-error.js';
import { type NumberFormat, PLAIN, unescaped } from './cell-text.js';
import type { XlsxLimits } from './limits.js';
import { broken } from './open-archive.js';
import { textCollector } from './read-texts.js';
import { readXml, type XmlReader } from './read-xml.js';

/** The content of a cell; nothing was computed. */
export type Cell =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'NUMBER'; readonly number: number; readonly format: NumberFormat }
  | { readonly kind: 'FLAG'; readonly value: boolean }
  /** Its value is not in the file. */
  | { readonly kind: 'FORMULA'; readonly formula: string };

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly line: number;
  /** By column; undefined where nothing stands. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface SheetContext {
  readonly formats: readonly NumberFormat[];
  /** Null if the workbook has no part for them. */
  readonly texts: readonly string[] | null;
  readonly limits: Pick<XlsxLimits, 'maxColumns' | 'maxRowCharacters'>;
}

/** The rows of a sheet in which something stands. What the sheet says of its own size is not believed. */
export async function* readSheet(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
): AsyncGenerator<SheetRow, void> {
  const rows: SheetRow[] = [];
  for await (const _ of readXml(
    chunks,
    sheetReader(context, (row) => rows.push(row)),
  )) {
    yield* rows.splice(0);
  }
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  formula: string | null;
}

function sheetReader(context: SheetContext, onRow: (row: SheetRow) => void): XmlReader {
  const { maxRowCharacters } = context.limits;
  const inline = textCollector();
  let line = 0;
  let cells: (Cell | undefined)[] | null = null;
  let cell: OpenCell | null = null;
  let reading: 'v' | 'f' | null = null;
  let column = 0;
  let characters = 0;

  function count(more: number): void {
    characters += more;
    if (characters <= maxRowCharacters) return;
    throw new ImportFileError(
      'RECORD_TOO_LARGE',
      `The row ${line} is longer than ${maxRowCharacters} characters.`,
      line,
    );
  }

  return {
    open(name, attribute) {
      if (name === 'row') {
        // Rows may do without their numbers, and a number that goes back is none.
        line = Math.max(line + 1, wholeNumber(attribute('r')));
        [cells, column, characters] = [[], 0, 0];
      } else if (name === 'c' && cells) {
        column = columnOf(attribute('r')) ?? column + 1;
        const [type, style] = [attribute('t') ?? 'n', wholeNumber(attribute('s'))];
        cell = { column, type, style, value: null, formula: null };
      } else if (cell && (name === 'v' || name === 'f')) {
        reading = name;
        if (name === 'v') cell.value = '';
        else cell.formula = '';
      } else if (cell) inline.open(name);
    },
    text(text) {
      if (!cell) return;
      if (reading === null) return count(inline.text(text));
      count(text.length);
      if (reading === 'v') cell.value += text;
      else cell.formula += text;
    },
    close(name) {
      if (name === 'v' || name === 'f') reading = null;
      else if (name === 'c' && cell && cells) {
        const read = contentOf(cell, inline.take(), context);
        if (read?.kind === 'TEXT') count(read.text.length);
        if (read) put(cells, cell.column, read, context.limits.maxColumns);
        cell = null;
      } else if (name === 'row' && cells) {
        if (cells.length > 0) onRow({ line, cells });
        cells = null;
      } else if (cell) inline.close(name);
    },
  };
}

/** @throws ImportFileError for a cell too far to the right */
function put(cells: (Cell | undefined)[], column: number, cell: Cell, most: number): void {
  if (column > most) {
    throw new ImportFileError(
      'TOO_MANY_COLUMNS',
      `Something stands in column ${column}; up to ${most} columns are read. Delete what does not belong to the list.`,
    );
  }
  while (cells.length < column) cells.push(undefined);
  cells[column - 1] = cell;
}

function contentOf(
  { type, style, value, formula }: OpenCell,
  inlineText: string,
  { formats, texts }: SheetContext,
): Cell | null {
  if (type === 'inlineStr') return textCell(inlineText);
  if (value === null || (value === '' && formula)) {
    return formula ? { kind: 'FORMULA', formula: `=${formula}` } : null;
  }
  switch (type) {
    case 's':
      return textCell(sharedText(value, texts));
    case 'b':
      return { kind: 'FLAG', value: value.trim() === '1' || value.trim() === 'true' };
    case 'n': {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      if (!Number.isFinite(number)) return textCell(value);
      return { kind: 'NUMBER', number, format: formats[style] ?? PLAIN };
    }
    // What a formula shows, an error, or a date as ISO 8601.
    default:
      return textCell(unescaped(value));
  }
}

function textCell(text: string): Cell | null {
  return text.trim() === '' ? null : { kind: 'TEXT', text };
}

/** @throws ImportFileError for a number that no text has */
function sharedText(value: string, texts: readonly string[] | null): string {
  if (texts === null) throw broken('the texts of its cells (sharedStrings.xml) are missing');
  const text = texts[Number(value)];
  if (text === undefined)
    throw broken(`a cell names the text ${value.slice(0, 20)}, which is missing`);
  return text;
}

function wholeNumber(text: string | undefined): number {
  const number = Number(text ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

/** The largest row and column are XFD1048576. */
const REFERENCE = /^([A-Za-z]{1,3})\d{1,7}$/;

/** From 1; null for a cell without a reference. */
function columnOf(reference: string | undefined): number | null {
  const letters = REFERENCE.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
