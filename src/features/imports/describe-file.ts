import type { ImportField } from './column-names.js';
import { columnFault, headerHash } from './columns.js';
import type { FileWarning, ImportFile } from './import-file.js';
import { createRowJudge, type JudgeOptions, type Verdict } from './judge-rows.js';
import { shortened } from './row-problem.js';

/** Data rows of which cells are shown as samples. */
const SAMPLED_ROWS = 20;
const MOST_SAMPLES = 3;
/** Rows that are told one by one. */
export const TOLD_ROWS = 100;

export interface DescribedColumn {
  /** From 0. */
  readonly position: number;
  /** As the file spells it; may be empty. */
  readonly name: string;
  /** What it is imported as; null if it is not. */
  readonly field: ImportField | null;
  /** The first different values, shortened. */
  readonly samples: readonly string[];
}

/** What an import of a file would do, before the database is asked. */
export interface FilePreview {
  readonly encoding: string;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly headerLine: number;
  readonly headerHash: string;
  readonly columns: readonly DescribedColumn[];
  readonly warnings: readonly FileWarning[];
  /** Why no row can be imported with these columns; null if rows can. */
  readonly columnFault: string | null;
  readonly totalRows: number;
  readonly acceptedRows: number;
  /** Faults and warnings of all rows by their code, the most frequent first. */
  readonly remarks: readonly { readonly code: string; readonly rows: number }[];
  /** The first hundred rows. */
  readonly rows: readonly Verdict[];
}

/** @throws ImportFileError where the file breaks */
export async function describeFile(
  file: ImportFile,
  judging: Omit<JudgeOptions, 'file'>,
): Promise<FilePreview> {
  const { encoding, sheets, sheet, headerLine, warnings, columns } = file;
  const fault = columnFault(columns, headerLine);
  const shown = {
    encoding,
    sheets,
    sheet,
    headerLine,
    headerHash: headerHash(columns.header),
    columns: await describeColumns(file),
    warnings,
    columnFault: fault?.message ?? null,
  };
  if (fault) {
    const totalRows = await file.countRows();
    return { ...shown, totalRows, acceptedRows: 0, remarks: [], rows: [] };
  }
  return { ...shown, ...(await judged(file, judging)) };
}

async function judged(file: ImportFile, judging: Omit<JudgeOptions, 'file'>) {
  const judge = createRowJudge({ ...judging, file });
  const counts = new Map<string, number>();
  const rows: Verdict[] = [];
  let [totalRows, acceptedRows] = [0, 0];
  for await (const row of file.rows()) {
    const verdict = judge(row);
    totalRows++;
    if (verdict.kind === 'ACCEPTED') acceptedRows++;
    for (const code of new Set(remarksOf(verdict).map((remark) => remark.code))) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    if (rows.length < TOLD_ROWS) rows.push(verdict);
  }
  const remarks = [...counts]
    .map(([code, count]) => ({ code, rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
  return { totalRows, acceptedRows, remarks, rows };
}

export function remarksOf(verdict: Verdict) {
  return verdict.kind === 'ACCEPTED' ? verdict.warnings : verdict.problems;
}

async function describeColumns({ columns, cells }: ImportFile): Promise<DescribedColumn[]> {
  const samples: Set<string>[] = columns.header.map(() => new Set());
  let rows = 0;
  for await (const fields of cells()) {
    for (const [position, found] of samples.entries()) {
      const text = shortened(fields[position] ?? '');
      if (text !== '' && found.size < MOST_SAMPLES) found.add(text);
    }
    if (++rows === SAMPLED_ROWS) break;
  }
  return columns.header.map((name, position) => ({
    position,
    name: shortened(name),
    field: columns.fields[position] ?? null,
    samples: [...(samples[position] ?? [])],
  }));
}
