import {
  type DescribedColumn,
  type FilePreview,
  remarksOf,
} from '../../features/imports/describe-file.js';
import type { Verdict } from '../../features/imports/judge-rows.js';
import { impliedStage } from '../../features/leads/new-lead.js';
import { builder } from '../kit/builder.js';
import { LeadStageType } from '../leads/codes.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';
import { codeOfField, ImportFieldType } from './columns.js';
import { ImportProblemType } from './types.js';

type Accepted = Extract<Verdict, { kind: 'ACCEPTED' }>;

const PreviewColumnType = builder.objectRef<DescribedColumn>('ImportPreviewColumn').implement({
  description: 'A column of a file.',
  fields: (t) => ({
    column: t.int({
      description: 'The column, from 1.',
      resolve: ({ position }) => position + 1,
    }),
    name: t.exposeString('name', {
      description: 'Its name as the file spells it, shortened to 80 characters; may be empty.',
    }),
    field: t.field({
      type: ImportFieldType,
      nullable: true,
      description: 'What it is imported as; null if it is not imported.',
      resolve: ({ field }) => codeOfField(field),
    }),
    samples: t.exposeStringList('samples', {
      description: 'Up to three different values of its first rows, shortened to 80 characters.',
    }),
  }),
});

const PreviewContactType = builder
  .objectRef<Accepted['lead']['contacts'][number]>('ImportPreviewContact')
  .implement({
    description: 'A contact that would be created.',
    fields: (t) => ({
      name: t.string({ nullable: true, description: 'Name.', resolve: ({ name }) => name ?? null }),
      email: t.string({
        nullable: true,
        description: 'E-mail address.',
        resolve: ({ email }) => email ?? null,
      }),
      phone: t.string({
        nullable: true,
        description: 'Phone number.',
        resolve: ({ phone }) => phone ?? null,
      }),
    }),
  });

const PreviewLeadType = builder.objectRef<Accepted['lead']>('ImportPreviewLead').implement({
  description: 'A lead that would be created, if the company is not known yet.',
  fields: (t) => ({
    companyName: t.exposeString('companyName', { description: 'Name of the company.' }),
    postalCode: t.string({
      nullable: true,
      description: 'Postal code.',
      resolve: ({ postalCode }) => postalCode ?? null,
    }),
    city: t.exposeString('city', { description: 'City.' }),
    country: t.exposeString('country', { description: 'Country (ISO 3166 alpha-2).' }),
    businessType: t.string({
      nullable: true,
      description: 'Business type: a code, or the word of the file.',
      resolve: ({ businessType }) => businessType ?? null,
    }),
    stage: t.field({
      type: LeadStageType,
      description: 'Its stage, by what the row tells.',
      resolve: (lead) => impliedStage(lead),
    }),
    estimatedVolume: t.string({
      nullable: true,
      description: 'Expected volume a year as a decimal, in `currency`.',
      resolve: ({ estimatedVolume }) => estimatedVolume ?? null,
    }),
    currency: t.exposeString('currency', { description: 'Currency of the volume (ISO 4217).' }),
    registeredAt: t.field({
      type: 'DateTime',
      description: 'When it would count as registered.',
      resolve: ({ registeredAt }) => registeredAt,
    }),
    owner: t.field({
      type: UserType,
      nullable: true,
      description: 'The agent who would get it.',
      resolve: ({ ownerId }, _args, ctx, info) => resolveUser(ctx, info, ownerId),
    }),
    contacts: t.field({
      type: [PreviewContactType],
      description: 'Its contacts, the primary one first.',
      resolve: ({ contacts }) => [...contacts],
    }),
  }),
});

const PreviewRowType = builder.objectRef<Verdict>('ImportPreviewRow').implement({
  description: 'A row of a file.',
  fields: (t) => ({
    line: t.exposeInt('line', {
      description: 'Line of the file, or row of the sheet, on which it starts.',
    }),
    lead: t.field({
      type: PreviewLeadType,
      nullable: true,
      description: 'The lead that it would become; null if it is rejected.',
      resolve: (verdict) => (verdict.kind === 'ACCEPTED' ? verdict.lead : null),
    }),
    problems: t.field({
      type: [ImportProblemType],
      description: 'The faults of the row and the remarks on it.',
      resolve: (verdict) => [...remarksOf(verdict)],
    }),
  }),
});

const RemarkCountType = builder
  .objectRef<FilePreview['remarks'][number]>('ImportPreviewRemark')
  .implement({
    description: 'How many rows have a fault or a warning.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Its code, as in `ImportProblem`.' }),
      rows: t.exposeInt('rows', { description: 'Number of rows.' }),
    }),
  });

export const ImportPreviewType = builder.objectRef<FilePreview>('ImportPreview').implement({
  description: 'What an import of a file would do, as far as the file alone tells.',
  fields: (t) => ({
    encoding: t.exposeString('encoding', {
      description: 'Encoding of its letters; `xlsx` for a workbook.',
    }),
    sheets: t.exposeStringList('sheets', {
      description: 'The visible sheets of a workbook; empty for CSV.',
    }),
    sheet: t.exposeString('sheet', {
      nullable: true,
      description: 'The sheet that is read; null for CSV.',
    }),
    headerLine: t.exposeInt('headerLine', { description: 'Line of the header.' }),
    columns: t.field({
      type: [PreviewColumnType],
      description: 'The columns from the left.',
      resolve: ({ columns }) => [...columns],
    }),
    columnFault: t.exposeString('columnFault', {
      nullable: true,
      description:
        'Why no row can be imported with these columns: one is missing, or two mean the same. Null if rows can.',
    }),
    warnings: t.field({
      type: 'JSON',
      description: 'Remarks on the file as a whole: `code` and `message` of each.',
      resolve: ({ warnings }) => warnings,
    }),
    totalRows: t.exposeInt('totalRows', { description: 'Rows of the file.' }),
    acceptedRows: t.exposeInt('acceptedRows', {
      description: 'Rows without a fault. An import rejects or joins those whose company is known.',
    }),
    remarks: t.field({
      type: [RemarkCountType],
      description: 'Faults and warnings of all rows, the most frequent first.',
      resolve: ({ remarks }) => [...remarks],
    }),
    rows: t.field({
      type: [PreviewRowType],
      description: 'The first hundred rows.',
      resolve: ({ rows }) => [...rows],
    }),
  }),
});
