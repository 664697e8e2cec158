import { importOptions } from '../../features/imports/import-options.js';
import { visibleImportJobs } from '../../features/imports/queries.js';
import { isWarningCode } from '../../features/imports/row-problem.js';
import { seesPeople } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { nestedConnection, nestedPage, pageArgs } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';

export const ImportStatusType = codeType('ImportStatus', 'Status of an import.', {
  PENDING: 'It waits for its turn.',
  RUNNING: 'Its rows are being processed.',
  FINISHED: 'Every row was processed.',
  FAILED: 'The file as a whole could not be read.',
});
type ImportStatus = (typeof ImportStatusType)['$inferType'];

const ImportOutcomeType = codeType('ImportOutcome', 'Outcome of a row.', {
  CREATED: 'A lead was created from it.',
  DUPLICATE: 'It repeats an existing lead or an earlier row.',
  REJECTED: 'It was rejected for the faults in `problems`.',
});
type ImportOutcome = (typeof ImportOutcomeType)['$inferType'];

export interface RowProblem {
  readonly code: string;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
}

const ImportSeverityType = codeType('ImportSeverity', 'Severity of a remark on a row.', {
  ERROR: 'A fault: the row does not become a lead.',
  WARNING: 'A remark for the importer to review; the row is imported nevertheless.',
});

export const ImportProblemType = builder.objectRef<RowProblem>('ImportProblem').implement({
  description: 'A fault of a row, or a remark on it.',
  fields: (t) => ({
    severity: t.field({
      type: ImportSeverityType,
      description: 'Whether it is a fault or a warning.',
      resolve: ({ code }) => (isWarningCode(code) ? 'WARNING' : 'ERROR'),
    }),
    code: t.exposeString('code', {
      description: 'Code of the fault or remark, for programs; docs/imports.md lists the codes.',
    }),
    column: t.exposeString('column', {
      nullable: true,
      description: 'The column as the file names it; null if the remark is about the whole row.',
    }),
    value: t.exposeString('value', {
      description: 'The value in the file, shortened to 80 characters.',
    }),
    message: t.exposeString('message', { description: 'Text of the fault or remark, for people.' }),
  }),
});

const ImportRowType = builder.prismaObject('ImportRow', {
  description: 'The outcome of one row of an imported file.',
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id within the import.' }),
    line: t.exposeInt('line', {
      description: 'Line of the file on which the row starts; the header is line 1.',
    }),
    outcome: t.field({
      type: ImportOutcomeType,
      description: 'Outcome of the row.',
      select: { outcome: true },
      resolve: ({ outcome }) => outcome as ImportOutcome,
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead created from the row; null if none was, or the actor may not see it.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    duplicateOf: t.field({
      type: LeadType,
      nullable: true,
      description:
        'The lead that the row repeats, or may repeat; null if there is none, or the actor may not see it.',
      select: { duplicateOfLeadId: true },
      resolve: ({ duplicateOfLeadId }, _args, ctx, info) =>
        leadFieldOf(ctx, info, duplicateOfLeadId),
    }),
    duplicateOfLine: t.exposeInt('duplicateOfLine', {
      nullable: true,
      description:
        'The earlier line of the same file that the row repeats, or may repeat; null if there is none.',
    }),
    problems: t.field({
      type: [ImportProblemType],
      description: 'The faults of the row and the remarks on it.',
      select: { problems: true },
      resolve: ({ problems }) => problems as unknown as RowProblem[],
    }),
  }),
});

const ImportRowConnection = builder.connectionObject(
  { type: ImportRowType, name: 'ImportRowConnection', description: 'A page of import rows.' },
  { name: 'ImportRowEdge', description: 'A row in a page.' },
);

const BY_LINE = { column: 'line', kind: 'number', direction: 'asc' } as const satisfies SortKey;

export const ImportJobType = builder.prismaNode('ImportJob', {
  id: { field: 'id', description: 'Global id.' },
  description: 'One uploaded file of leads.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleImportJobs(ctx.actor)] }),
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: 'Name of the file.' }),
    status: t.field({
      type: ImportStatusType,
      description: 'Status of the import.',
      select: { status: true },
      resolve: ({ status }) => status as ImportStatus,
    }),
    dryRun: t.boolean({
      description:
        'Whether it was a dry run: rows with the outcome CREATED would have been created, and name no lead.',
      select: { options: true },
      resolve: ({ options }) => importOptions.parse(options).dryRun ?? false,
    }),
    encoding: t.exposeString('encoding', {
      nullable: true,
      description: 'Encoding of the file, `xlsx` for a workbook; null until it was read.',
    }),
    totalRows: t.exposeInt('totalRows', {
      nullable: true,
      description: 'Rows in the file; null until it was read.',
    }),
    processedRows: t.exposeInt('processedRows', { description: 'Rows processed so far.' }),
    createdRows: t.exposeInt('createdRows', { description: 'Rows that became leads.' }),
    duplicateRows: t.exposeInt('duplicateRows', {
      description: 'Rows that repeat a lead or an earlier row.',
    }),
    rejectedRows: t.exposeInt('rejectedRows', { description: 'Rows that were rejected.' }),
    warnings: t.field({
      type: 'JSON',
      description: 'Remarks on the file as a whole.',
      select: { warnings: true },
      resolve: ({ warnings }) => warnings,
    }),
    error: t.exposeString('error', {
      nullable: true,
      description:
        'The fault for which the file as a whole could not be read; null unless the import failed.',
    }),
    createdBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who sent the file; null for wallboards.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { createdBy: nested() } : {}),
      resolve: ({ createdBy }, _args, ctx) => (seesPeople(ctx.actor) ? createdBy : null),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was sent.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its first row was processed; null before that.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its last row was processed; null before that.',
    }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its report was archived; null before that.',
    }),
    rows: t.field({
      type: ImportRowConnection,
      description: 'The report, row by row, in the order of the file.',
      args: {
        ...pageArgs,
        outcome: t.arg({ type: ImportOutcomeType, description: 'Only rows with this outcome.' }),
      },
      select: ({ outcome, ...page }, _ctx, nested) => ({
        rows: nested(
          nestedPage(page, BY_LINE, outcome ? { outcome } : {}),
          ['edges', 'node'],
          'ImportRow',
        ),
      }),
      resolve: ({ rows }, args) => nestedConnection(args, BY_LINE, rows),
    }),
  }),
});

export const ImportJobConnection = builder.connectionObject(
  { type: ImportJobType, name: 'ImportJobConnection', description: 'A page of imports.' },
  { name: 'ImportJobEdge', description: 'An import in a page.' },
);

export const DelimiterType = codeType(
  'ImportDelimiter',
  'Delimiter between the fields of a CSV file.',
  {
    COMMA: 'A comma.',
    SEMICOLON: 'A semicolon.',
    TAB: 'A tab.',
  },
);
