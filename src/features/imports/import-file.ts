import type { ImportField } from './column-names.js';
import type { Choice, Columns, KnownHeader } from './columns.js';
import type { RowProblem, RowWarning } from './row-problem.js';

/** How the file writes numbers and dates: decides `12.500` and `06/11/2026`, which are right in both. */
export type FileStyle = 'GERMAN' | 'ENGLISH';

export type FileRecord = Readonly<Partial<Record<ImportField, string>>>;

export type FileRow =
  | {
      readonly ok: true;
      readonly line: number;
      readonly endLine: number;
      readonly record: FileRecord;
      /** What was noticed about the row before its cells were read. */
      readonly warnings?: readonly RowWarning[];
    }
  | {
      readonly ok: false;
      readonly line: number;
      readonly endLine: number;
      readonly problems: readonly RowProblem[];
    };

export interface FileWarning {
  readonly code:
    | 'UNKNOWN_COLUMN'
    | 'TITLE_ROWS'
    | 'ENCODING_GUESSED'
    | 'GARBLED_TEXT'
    | 'OTHER_SHEETS';
  readonly message: string;
}

/** What is said of a file before it is looked at. */
export interface Layout {
  /** Where its header stands; found out if null. */
  readonly headerLine: number | null;
  /** What its columns mean, as far as their names do not say it. */
  readonly chosen: Choice;
  /** What the columns of certain headers mean, as their reader said before. */
  readonly known: readonly KnownHeader[];
  /** Whether it is opened even if columns are missing or mean the same. */
  readonly unchecked: boolean;
}

export const NO_LAYOUT: Layout = { headerLine: null, chosen: [], known: [], unchecked: false };

/** A list of companies with a header, whatever its format. */
export interface ImportFile {
  /** Of its letters; `xlsx` for a workbook. */
  readonly encoding: string;
  /** The sheets of a workbook that can be imported; empty for CSV. */
  readonly sheets: readonly string[];
  /** The sheet that is read; null for CSV. */
  readonly sheet: string | null;
  readonly headerLine: number;
  readonly style: FileStyle;
  readonly columns: Columns;
  readonly warnings: readonly FileWarning[];
  /**
   * The data rows from the top, each time it is called. Throws ImportFileError, after the rows before it, where the file
   * breaks; a caller that must not write half a file runs through it once first.
   */
  rows(): AsyncGenerator<FileRow>;
  /** Runs through all rows. @throws ImportFileError where the file breaks */
  countRows(): Promise<number>;
  /** The cells of the data rows as texts, whatever the columns mean. */
  cells(): AsyncGenerator<readonly string[]>;
}

/** How many there are. @throws ImportFileError where the file breaks */
export async function countOf(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count++;
  return count;
}
