import { foldText } from '../../domain/text/fold.js';
import { importKeysOf } from '../conflicts/match-keys.js';
import { impliedStage, newLeadProblems } from '../leads/new-lead.js';
import type { LeadOfBatch } from '../registration/register-leads.js';
import type { FileRecord, FileRow, ImportFile } from './import-file.js';
import { type ImportRow, parseRow } from './parse-row.js';
import { type RowProblem, type RowRemark, type RowWarning, shortened } from './row-problem.js';

/** The verdict on a row on its own, before the database is asked. */
export type Verdict = { readonly line: number } & (
  | { readonly kind: 'REJECTED'; readonly problems: readonly RowRemark<string>[] }
  | {
      readonly kind: 'ACCEPTED';
      readonly lead: LeadOfBatch;
      readonly warnings: readonly RowWarning[];
      /** How the file calls the column with the date of registration. */
      readonly dateColumn: string | null;
    }
);

/** An agent to whom rows are dealt, with the names of files for them. */
export interface ImportOwner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface JudgeOptions {
  readonly importId: string;
  readonly file: ImportFile;
  readonly now: Date;
  readonly timeZone: string;
  /** The agents to whom the rows are dealt in turn, but for those that name one of them. */
  readonly owners: readonly ImportOwner[];
  /** Only managers may say that a lead was registered before today, and must say why. */
  readonly backdating: { readonly allowed: boolean; readonly reason: string | null };
}

/** Judges the rows of one file. It has to see all of them, in their order, because they are dealt in turn. */
export function createRowJudge(options: JudgeOptions): (row: FileRow) => Verdict {
  const { file, now, timeZone, owners } = options;
  const isBackdated = createBackdateCheck(options);
  let nth = 0;

  return (csvRow) => {
    const inTurn = owners[nth++ % owners.length];
    const { line } = csvRow;
    if (!csvRow.ok) return { kind: 'REJECTED', line, problems: csvRow.problems };
    const { names: columnNames, volumeUnit } = file.columns;
    const rowOptions = { now, style: file.style, timeZone, columnNames, volumeUnit };
    const parsed = parseRow(csvRow.record, rowOptions);
    if (!parsed.ok) return { kind: 'REJECTED', line, problems: parsed.problems };
    if (inTurn === undefined) throw new Error('An import needs at least one owner.');
    const { representative } = parsed.row;
    const named = representative === null ? null : ownerNamed(representative, owners);
    const backdated = isBackdated(parsed.row);
    const lead = leadOf(parsed.row, (named ?? inTurn).id, backdated, options);
    const problems = [
      ...(backdated ? backdateProblems(csvRow.record, options) : []),
      ...stageProblems(lead),
    ];
    if (problems.length > 0) return { kind: 'REJECTED', line, problems };
    const warnings = [...(csvRow.warnings ?? []), ...parsed.warnings];
    if (representative !== null && named === null) {
      warnings.push(unknownRepresentative(representative, file));
    }
    const dateColumn = columnNames.registeredAt ?? null;
    return { kind: 'ACCEPTED', line, lead, warnings, dateColumn };
  };
}

/** The owner whom a row names, by e-mail, name, surname alone or `Surname, First name`; null if none or several. */
function ownerNamed(text: string, owners: readonly ImportOwner[]): ImportOwner | null {
  const words = foldText(text).split(' ').sort().join(' ');
  const found = owners.filter(({ name, email }) => {
    const all = foldText(name).split(' ');
    return (
      email.toLowerCase() === text.toLowerCase() ||
      all.toSorted().join(' ') === words ||
      all.at(-1) === words
    );
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function unknownRepresentative(representative: string, { columns }: ImportFile): RowWarning {
  const value = shortened(representative);
  return {
    code: 'UNKNOWN_REPRESENTATIVE',
    field: 'representative',
    column: columns.names.representative ?? 'representative',
    value,
    message: `“${value}” is none of the agents to whom the import deals leads; the row went to the next of them`,
    params: {},
  };
}

function leadOf(
  row: ImportRow,
  ownerId: string,
  backdated: boolean,
  { importId, now, backdating }: JudgeOptions,
): LeadOfBatch {
  const { registeredAt, representative: _, ...fields } = row;
  return {
    ...fields,
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
  record: FileRecord,
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
  // In a list of old leads every person with a name is a central contact.
  return newLeadProblems({ ...lead, stage: impliedStage(lead) }, () => true).map(({ message }) => ({
    code: 'REQUIRED',
    field: null,
    column: null,
    value: '',
    message,
    params: {},
  }));
}
