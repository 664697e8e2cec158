import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../../domain/csv-formulas.js';
import type { Locale } from '../../domain/locales.js';
import type { Column, TableFormat, TableStyle } from './table.js';
import { germanText, wallClockIn } from './wall-clock.js';

/** By which Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** German Excel takes commas for decimals and opens nothing else. */
const DELIMITERS: Readonly<Record<Locale, string>> = { en: ',', de: ';' };

/**
 * Comma or semicolon separated values. Formulas are guarded. In English instants stay ISO 8601 in UTC; in German they
 * are local and amounts have a comma.
 */
export const CSV: TableFormat = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  async *write({ columns }, style, pages) {
    const { language } = style;
    const encoder = new TextEncoder();
    const names = columns.map((column) => column.names[language]);
    yield encoder.encode(BYTE_ORDER_MARK + csvOf([names], language));
    const cell = cellWriter(style);
    for await (const rows of pages) {
      const written = rows.map((row) =>
        columns.map((column) => cell(column, column.value(row, language))),
      );
      yield encoder.encode(csvOf(written, language));
    }
  },
};

function cellWriter({ language, timeZone }: TableStyle) {
  const wallClock = wallClockIn(timeZone);
  return <Row>({ holds }: Column<Row>, value: string | null | undefined): string => {
    if (value === null || value === undefined) return '';
    if (language === 'en' || holds === 'text') return guardFormula(value);
    return guardFormula(
      holds === 'amount' ? value.replace('.', ',') : germanText(wallClock(value)),
    );
  };
}

/** Every field stands in quotes, so that no delimiter in a text begins a cell of its own. */
function csvOf(rows: readonly string[][], language: Locale): string {
  return stringify([...rows], {
    delimiter: DELIMITERS[language],
    quoted: true,
    quoted_empty: false,
    record_delimiter: 'windows',
  });
}
