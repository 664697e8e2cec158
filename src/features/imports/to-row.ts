import { unguardFormula } from '../../domain/csv-formulas.js';
import type { ImportField } from './column-names.js';
import type { Columns } from './columns.js';
import type { FileRow } from './import-file.js';
import { noCompanyProblem } from './no-company.js';
import type { RecordLines } from './parse-records.js';
import { isFormula, readFormula } from './read-formula.js';
import { type RowProblem, type RowWarning, shortened } from './row-problem.js';

/** A record as a row: its cells by field, or why it is none. */
export function toRow(read: RecordLines, columns: Columns): FileRow {
  const { line, endLine, brokenQuote } = read;
  const fields = withoutSurplus(read.fields, columns);
  const problem =
    (brokenQuote ? null : noCompanyProblem(fields, columns)) ??
    (read.formulas ? undefined : shapeProblem(fields, brokenQuote, endLine, columns));
  if (problem) return { ok: false, line, endLine, problems: [problem] };
  const record: Partial<Record<ImportField, string>> = {};
  const problems: RowProblem[] = [];
  columns.fields.forEach((field, position) => {
    if (field === null) return;
    const cell = shownText(read, position);
    if (cell === null && !FREE_TEXT.includes(field)) {
      problems.push(formulaProblem(fields[position] ?? '', field, columns.header[position] ?? ''));
    }
    // Exports, ours and others', guard what a spreadsheet would compute by a quote.
    const text = unguardFormula(cell ?? fields[position] ?? '');
    const before = record[field];
    record[field] =
      before === undefined || before.trim() === ''
        ? text
        : `${before}${JOINTS[field] ?? '\n'}${text}`;
  });
  if (problems.length > 0) return { ok: false, line, endLine, problems };
  const warnings = namelessCells(fields, columns);
  return { ok: true, line, endLine, record, ...(warnings.length > 0 ? { warnings } : {}) };
}

/** Fields in which a formula is kept as it stands. */
const FREE_TEXT: readonly ImportField[] = ['notes', 'source', 'tags', 'overrideReason'];
/** What stands between the cells of several columns; a line break where nothing is said. */
const JOINTS: Readonly<Partial<Record<ImportField, string>>> = { tags: ', ', role: ', ' };

/** The cell, or what its formula shows; null if that cannot be told. */
function shownText({ fields, formulas }: RecordLines, position: number): string | null {
  const cell = fields[position] ?? '';
  const computed = formulas === undefined ? isFormula(cell) : formulas.includes(position);
  return computed ? readFormula(cell) : cell;
}

function formulaProblem(cell: string, field: ImportField, column: string): RowProblem {
  const value = shortened(cell);
  const message = `“${value}” is a formula, and what it shows is not in the file; copy the column and insert it as values`;
  return { code: 'FORMULA', field, column, value, message, params: {} };
}

/** Empty cells beyond the header do no harm. */
function withoutSurplus(fields: readonly string[], columns: Columns): readonly string[] {
  let end = fields.length;
  while (end > columns.fields.length && fields[end - 1]?.trim() === '') end--;
  return fields.slice(0, end);
}

/** What stands in columns without a name is not imported, and not lost in silence. */
function namelessCells(fields: readonly string[], { header }: Columns): RowWarning[] {
  return fields.flatMap((cell, position) => {
    const value = shortened(cell);
    if (value === '' || (header[position] ?? '').trim() !== '') return [];
    const message = `“${value}” stands in column ${position + 1}, which has no name, and was not imported`;
    const params = { column: position + 1 };
    return [
      { code: 'NAMELESS_COLUMN' as const, field: null, column: null, value, message, params },
    ];
  });
}

function shapeProblem(
  fields: readonly string[],
  brokenQuote: boolean,
  endLine: number,
  columns: Columns,
): RowProblem | undefined {
  const value = shortened(fields.join(' | '));
  if (brokenQuote) {
    return {
      code: 'BROKEN_QUOTE',
      field: null,
      column: null,
      value,
      message: `A quotation mark opens here and is only closed on line ${endLine}, in the middle of a text. Close it, or double it if it belongs to the text.`,
      params: { endLine },
    };
  }
  const allowed = columns.fields.length;
  // Excel leaves out the delimiters of columns that have no name.
  const needed = columns.fields.length - columns.unnamedAtEnd;
  if (fields.length >= needed && fields.length <= allowed) return undefined;
  const formula = fields.find(isFormula);
  if (fields.length > allowed && formula)
    return { ...formulaProblem(formula, 'companyName', ''), field: null, column: null };
  const many = fields.length > allowed;
  return {
    code: many ? 'TOO_MANY_FIELDS' : 'TOO_FEW_FIELDS',
    field: null,
    column: null,
    value,
    message: `The row has ${fields.length} fields, the header has ${allowed}. ${
      many
        ? 'Put a text that contains the delimiter into quotation marks.'
        : 'Keep the delimiters of empty fields.'
    }`,
    params: { fields: fields.length, expected: allowed },
  };
}
