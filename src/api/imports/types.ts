import { importOptions } from '../../features/imports/import-leads.js';
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

export const ImportStatusType = codeType('ImportStatus', 'How far an import is.', {
  PENDING: 'It waits for its turn.',
  RUNNING: 'Its rows are being worked off.',
  FINISHED: 'Every row has its answer.',
  FAILED: 'The file as a whole could not be read.',
});
type ImportStatus = (typeof ImportStatusType)['$inferType'];

const ImportOutcomeType = codeType('ImportOutcome', 'What became of a row.', {
  CREATED: 'It is a lead now.',
  DUPLICATE: 'There is such a lead already, or an earlier row says the same.',
  REJECTED: 'Something is wrong with it.',
});
type ImportOutcome = (typeof ImportOutcomeType)['$inferType'];

interface RowProblem {
  readonly code: string;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
}

const ImportSeverityType = codeType('ImportSeverity', 'How much a remark on a row matters.', {
  ERROR: 'It keeps the row from becoming a lead.',
  WARNING: 'Somebody should look at it; it keeps the row from nothing.',
});

const ImportProblemType = builder.objectRef<RowProblem>('ImportProblem').implement({
  description: 'One thing that is wrong with one row, or was noticed about it.',
  fields: (t) => ({
    severity: t.field({
      type: ImportSeverityType,
      description: 'Whether it is a fault or a warning.',
      resolve: ({ code }) => (isWarningCode(code) ? 'WARNING' : 'ERROR'),
    }),
    code: t.exposeString('code', {
      description:
        'Which rule it breaks or what was noticed, for programs; docs/imports.md lists them.',
    }),
    column: t.exposeString('column', {
      nullable: true,
      description: 'The column as the file names it; null where the whole row is wrong.',
    }),
    value: t.exposeString('value', { description: 'What the file says, shortened.' }),
    message: t.exposeString('message', { description: 'What is wrong, for people.' }),
  }),
});

const ImportRowType = builder.prismaObject('ImportRow', {
  description: 'What became of one row of an imported file.',
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id within the import.' }),
    line: t.exposeInt('line', {
      description: 'Line of the file on which the row starts; the header is line 1.',
    }),
    outcome: t.field({
      type: ImportOutcomeType,
      description: 'What became of it.',
      select: { outcome: true },
      resolve: ({ outcome }) => outcome as ImportOutcome,
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead it became, if the actor may see it.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    duplicateOf: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead that it repeats, or may repeat, if the actor may see it.',
      select: { duplicateOfLeadId: true },
      resolve: ({ duplicateOfLeadId }, _args, ctx, info) =>
        leadFieldOf(ctx, info, duplicateOfLeadId),
    }),
    duplicateOfLine: t.exposeInt('duplicateOfLine', {
      nullable: true,
      description: 'The earlier line of the same file that it repeats, or may repeat.',
    }),
    problems: t.field({
      type: [ImportProblemType],
      description: 'What is wrong with it, or was noticed about it.',
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
      description: 'How far it is.',
      select: { status: true },
      resolve: ({ status }) => status as ImportStatus,
    }),
    dryRun: t.boolean({
      description:
        'Whether its rows were only reported on: rows that are CREATED would be, and name no lead.',
      select: { options: true },
      resolve: ({ options }) => importOptions.parse(options).dryRun ?? false,
    }),
    encoding: t.exposeString('encoding', {
      nullable: true,
      description: 'How the text was encoded; null until it was read.',
    }),
    totalRows: t.exposeInt('totalRows', {
      nullable: true,
      description: 'Rows in the file; null until it was read.',
    }),
    processedRows: t.exposeInt('processedRows', { description: 'Rows that have their answer.' }),
    createdRows: t.exposeInt('createdRows', { description: 'Rows that became leads.' }),
    duplicateRows: t.exposeInt('duplicateRows', { description: 'Rows that repeat something.' }),
    rejectedRows: t.exposeInt('rejectedRows', { description: 'Rows with something wrong.' }),
    warnings: t.field({
      type: 'JSON',
      description: 'What was noticed about the file as a whole.',
      select: { warnings: true },
      resolve: ({ warnings }) => warnings,
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why the file as a whole could not be read.',
    }),
    createdBy: t.field({
      type: UserType,
      nullable: true,
      description: 'Who sent it. Wallboards see nobody.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { createdBy: nested() } : {}),
      resolve: ({ createdBy }, _args, ctx) => (seesPeople(ctx.actor) ? createdBy : null),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was sent.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its first row was worked on.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its last row had its answer.',
    }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its report was archived.',
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

export const DelimiterType = codeType('ImportDelimiter', 'What separates the fields of a file.', {
  COMMA: 'A comma.',
  SEMICOLON: 'A semicolon.',
  TAB: 'A tab.',
});
