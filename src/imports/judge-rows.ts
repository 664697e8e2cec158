import { importKeysOf } from '../conflicts/match-keys.js';
import { impliedStage, newLeadProblems } from '../leads/new-lead.js';
import type { LeadOfBatch } from '../leads/register-leads.js';
import { type ImportRow, parseRow } from './parse-row.js';
import type { CsvFile, CsvRecord, CsvRow } from './read-csv.js';
import { type RowProblem, type RowRemark, type RowWarning, shortened } from './row-problem.js';

/** What a row is on its own, before the database is asked. */
export type Verdict = { readonly line: number } & (
  | { readonly kind: 'REJECTED'; readonly problems: readonly RowRemark<string>[] }
  | {
      readonly kind: 'ACCEPTED';
      readonly lead: LeadOfBatch;
      readonly warnings: readonly RowWarning[];
    }
);

export interface JudgeOptions {
  readonly importId: string;
  readonly file: CsvFile;
  readonly now: Date;
  readonly timeZone: string;
  /** The agents to whom the rows are dealt in turn. */
  readonly ownerIds: readonly string[];
  /** Only managers may say that a lead was registered before today, and must say why. */
  readonly backdating: { readonly allowed: boolean; readonly reason: string | null };
}

/** Judges the rows of one file. It has to see all of them, in their order, because they are dealt in turn. */
export function createRowJudge(options: JudgeOptions): (row: CsvRow) => Verdict {
  const { file, now, timeZone, ownerIds } = options;
  const isBackdated = createBackdateCheck(options);
  let nth = 0;

  return (csvRow) => {
    const ownerId = ownerIds[nth++ % ownerIds.length];
    const { line } = csvRow;
    if (!csvRow.ok) return { kind: 'REJECTED', line, problems: csvRow.problems };
    const columnNames = file.columns.names;
    const parsed = parseRow(csvRow.record, { now, style: file.style, timeZone, columnNames });
    if (!parsed.ok) return { kind: 'REJECTED', line, problems: parsed.problems };
    if (ownerId === undefined) throw new Error('An import needs at least one owner.');
    const backdated = isBackdated(parsed.row);
    const lead = leadOf(parsed.row, ownerId, backdated, options);
    const problems = [
      ...(backdated ? backdateProblems(csvRow.record, options) : []),
      ...stageProblems(lead),
    ];
    if (problems.length > 0) return { kind: 'REJECTED', line, problems };
    return { kind: 'ACCEPTED', line, lead, warnings: parsed.warnings };
  };
}

function leadOf(
  row: ImportRow,
  ownerId: string,
  backdated: boolean,
  { importId, now, backdating }: JudgeOptions,
): LeadOfBatch {
  const { contactName, email, phone, registeredAt, ...fields } = row;
  const hasContact = contactName !== null || email !== null || phone !== null;
  return {
    ...fields,
    contacts: hasContact ? [{ name: contactName, email, phone, role: null }] : [],
    ownerId,
    // The owner's, once it is known that they still can own it.
    territory: null,
    registeredAt: backdated && registeredAt ? registeredAt : now,
    backdateReason: backdated ? `${backdating.reason} (import ${importId})` : null,
    importKey: importKeysOf(row)[0] ?? null,
  };
}

/** A date is mostly without a time of day: the day on which the file is sent means now. */
function createBackdateCheck({ now, timeZone }: JudgeOptions): (row: ImportRow) => boolean {
  const day = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short' });
  const today = day.format(now);
  return ({ registeredAt }) => registeredAt !== null && day.format(registeredAt) !== today;
}

function backdateProblems(
  record: CsvRecord,
  { file, backdating: { allowed, reason } }: JudgeOptions,
): RowRemark<'BACKDATED'>[] {
  if (allowed && reason !== null) return [];
  const value = shortened(record.registeredAt ?? '');
  const rule = allowed
    ? 'dating registrations back needs a reason: send the file with a `backdateReason`'
    : 'only managers may date a registration back';
  return [
    {
      code: 'BACKDATED',
      field: 'registeredAt',
      column: file.columns.names.registeredAt ?? 'registeredAt',
      value,
      message: `“${value}” is before today; ${rule}`,
      params: {},
    },
  ];
}

function stageProblems(lead: LeadOfBatch): RowRemark<RowProblem['code']>[] {
  return newLeadProblems({ ...lead, stage: impliedStage(lead) }).map(({ message }) => ({
    code: 'REQUIRED',
    field: null,
    column: null,
    value: '',
    message,
    params: {},
  }));
}
