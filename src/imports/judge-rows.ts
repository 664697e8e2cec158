import { leadMatchKey } from '../domain/matching.js';
import { impliedStage, type NewLead, newLeadProblems } from '../leads/new-lead.js';
import { createDuplicateFinder } from './find-duplicates.js';
import { type ImportRow, parseRow } from './parse-row.js';
import type { CsvFile, CsvRecord, CsvRow } from './read-csv.js';
import { type RowProblem, type RowRemark, type RowWarning, shortened } from './row-problem.js';

/** What a row is on its own and beside the rows before it, before the database is asked. */
export type Verdict = { readonly line: number } & (
  | { readonly kind: 'REJECTED'; readonly problems: readonly RowRemark<string>[] }
  | { readonly kind: 'REPEATED'; readonly ofLine: number }
  | { readonly kind: 'ACCEPTED'; readonly lead: NewLead; readonly warnings: readonly RowWarning[] }
);

export interface Owner {
  readonly id: string;
  readonly territory: string | null;
}

export interface JudgeOptions {
  readonly importId: string;
  readonly file: CsvFile;
  readonly now: Date;
  readonly timeZone: string;
  /** The rows are dealt to them in turn. */
  readonly owners: readonly Owner[];
  /** Only managers may say that a lead was registered before today. */
  readonly mayBackdate: boolean;
}

/** Judges the rows of one file. It has to see all of them, in their order, also those already imported. */
export function createRowJudge(options: JudgeOptions): (row: CsvRow) => Verdict {
  const { file, now, timeZone, owners, mayBackdate } = options;
  const finder = createDuplicateFinder();
  const isBackdated = createBackdateCheck(options);
  let nth = 0;

  return (csvRow) => {
    const owner = owners[nth++ % owners.length];
    const { line } = csvRow;
    if (!csvRow.ok) return { kind: 'REJECTED', line, problems: csvRow.problems };
    const columnNames = file.columns.names;
    const parsed = parseRow(csvRow.record, { now, style: file.style, timeZone, columnNames });
    if (!parsed.ok) return { kind: 'REJECTED', line, problems: parsed.problems };
    if (owner === undefined) throw new Error('An import needs at least one owner.');
    const backdated = isBackdated(parsed.row);
    const lead = leadOf(parsed.row, owner, backdated, options);
    const problems = [
      ...(backdated && !mayBackdate ? [backdateProblem(csvRow.record, file)] : []),
      ...stageProblems(lead),
    ];
    if (problems.length > 0) return { kind: 'REJECTED', line, problems };
    const repeated = finder.check(line, parsed.row);
    if (repeated) return { kind: 'REPEATED', line, ofLine: repeated.line };
    return { kind: 'ACCEPTED', line, lead, warnings: parsed.warnings };
  };
}

/** The keys by which an earlier import of the row is found, its own one first. */
export function importKeysOf(
  row: Pick<ImportRow, 'companyName' | 'city' | 'country' | 'postalCode'>,
) {
  const key = leadMatchKey(row);
  return row.postalCode === null ? [`${key}|`] : [`${key}|${row.postalCode}`, `${key}|`];
}

function leadOf(
  row: ImportRow,
  owner: Owner,
  backdated: boolean,
  { importId, now }: JudgeOptions,
): NewLead {
  const { contactName, email, phone, registeredAt, ...fields } = row;
  const hasContact = contactName !== null || email !== null || phone !== null;
  return {
    ...fields,
    vatId: null,
    currency: 'EUR',
    tags: [],
    contacts: hasContact ? [{ name: contactName, email, phone, role: null }] : [],
    ownerId: owner.id,
    territory: owner.territory,
    registeredAt: backdated && registeredAt ? registeredAt : now,
    backdateReason: backdated ? `Import ${importId}` : null,
    importKey: importKeysOf(row)[0] ?? null,
  };
}

/** A date is mostly without a time of day: the day on which the file is sent means now. */
function createBackdateCheck({ now, timeZone }: JudgeOptions): (row: ImportRow) => boolean {
  const day = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short' });
  const today = day.format(now);
  return ({ registeredAt }) => registeredAt !== null && day.format(registeredAt) !== today;
}

function backdateProblem(record: CsvRecord, file: CsvFile): RowRemark<'BACKDATED'> {
  const value = shortened(record.registeredAt ?? '');
  return {
    code: 'BACKDATED',
    field: 'registeredAt',
    column: file.columns.names.registeredAt ?? 'registeredAt',
    value,
    message: `“${value}” is before today; only managers may date a registration back`,
    params: {},
  };
}

function stageProblems(lead: NewLead): RowRemark<RowProblem['code']>[] {
  return newLeadProblems({ ...lead, stage: impliedStage(lead) }).map(({ message }) => ({
    code: 'REQUIRED',
    field: null,
    column: null,
    value: '',
    message,
    params: {},
  }));
}
