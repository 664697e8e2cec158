import type { Locale } from '../../domain/locales.js';

/**
 * One column of a file, whatever its format. Values are texts: an amount is a decimal with a point, an instant ISO 8601
 * in UTC; null and undefined are an empty cell.
 */
export interface Column<Row> {
  readonly names: Readonly<Record<Locale, string>>;
  readonly holds: 'text' | 'amount' | 'instant';
  readonly value: (row: Row, language: Locale) => string | null | undefined;
}

/** How one file writes its values. */
export interface TableStyle {
  /** The locale of the spreadsheet that will open the file. */
  readonly language: Locale;
  /** Of local dates: the policy's. */
  readonly timeZone: string;
}

/** What a file is made of. */
export interface Table<Row> {
  /** Name of the sheet, where the format has one. */
  readonly title: Readonly<Record<Locale, string>>;
  readonly columns: readonly Column<Row>[];
}

/** A kind of file. Rows are read a page at a time while the file is taken, so its memory does not grow with them. */
export interface TableFormat {
  readonly extension: 'csv' | 'xlsx';
  readonly contentType: string;
  write<Row>(
    table: Table<Row>,
    style: TableStyle,
    pages: AsyncIterable<readonly Row[]>,
  ): AsyncGenerator<Uint8Array, void>;
}
