import { type Columns, columnsOf, headerHash, tellCompanies } from './columns.js';
import type { Layout } from './import-file.js';
import { ImportFileError } from './import-file-error.js';

/** How many rows of titles, dates and blank cells may stand above the header. */
export const MOST_ROWS_ABOVE = 30;

export interface Header {
  readonly line: number;
  readonly columns: Columns;
  /** How many rows stand above it. */
  readonly titles: number;
}

export interface HeaderRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/** The first row that tells companies by its names, or that its reader has explained before; null if there is none. */
export function headerAmong(records: readonly HeaderRecord[], layout: Layout): Header | null {
  for (const [titles, { fields, line }] of records.entries()) {
    const columns = columnsOf(fields, layout);
    if (tellCompanies(columnsOf(fields, { ...layout, chosen: [] })) || explains(fields, layout)) {
      return { line, columns, titles };
    }
  }
  return null;
}

function explains(fields: readonly string[], { known }: Layout): boolean {
  return known.length > 0 && known.some(({ header }) => header === headerHash(fields));
}

/**
 * The header among the first rows that are not blank: where it is said to be, else as `headerAmong`, else the first row.
 * @throws ImportFileError if nothing stands where it is said to be
 */
export function chosenHeader(
  records: readonly HeaderRecord[],
  first: HeaderRecord,
  layout: Layout,
): Header {
  const { headerLine } = layout;
  if (headerLine === null) {
    const columns = columnsOf(first.fields, layout);
    return headerAmong(records, layout) ?? { line: first.line, columns, titles: 0 };
  }
  const titles = records.findIndex(({ line }) => line === headerLine);
  const record = records[titles];
  if (!record) throw noHeaderOn(headerLine);
  return { line: headerLine, columns: columnsOf(record.fields, layout), titles };
}

function noHeaderOn(line: number): ImportFileError {
  return new ImportFileError(
    'NO_HEADER',
    `There is no header on line ${line}: it is blank, or further down than the first ${MOST_ROWS_ABOVE} rows.`,
    line,
  );
}
