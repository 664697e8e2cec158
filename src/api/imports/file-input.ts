import { ValidationError } from '../../domain/errors.js';
import { type ImportInput, MAX_IMPORT_BYTES } from '../../features/imports/import-input.js';
import type { InputBuilder } from '../kit/verb-mutation.js';
import { UserType } from '../users/types.js';
import { choiceOf, ImportColumnInput } from './columns.js';
import { DelimiterType } from './types.js';

const DELIMITERS = { COMMA: ',', SEMICOLON: ';', TAB: '\t' } as const;

/** A file of leads, and how it is to be read. */
export function fileFields(t: InputBuilder) {
  return {
    file: t.field({
      type: 'File',
      required: true,
      description:
        'CSV or Excel workbook (.xlsx) with a header, at most 10 MB. CSV preferably in UTF-8; other encodings are detected by their letters.',
    }),
    ownerIds: t.globalIDList({
      for: UserType,
      description: 'The agents who get the leads in turn; the caller if left out.',
    }),
    delimiter: t.field({
      type: DelimiterType,
      description: 'Delimiter of a CSV file; detected if left out.',
    }),
    sheet: t.string({
      maxLength: 100,
      description:
        'Sheet of a workbook; if left out the first visible one that has columns for company and place.',
    }),
    headerLine: t.int({
      description: 'Line of the header, from 1; detected if left out.',
    }),
    columns: t.field({
      type: [ImportColumnInput],
      maxItems: 200,
      description:
        'What columns mean, as far as their names do not tell it. If left out, what the caller saved for this header (`previewImport`).',
    }),
    backdateReason: t.string({
      description:
        'Reason for dating rows back, for managers. Without it a row with a registration date before today is rejected.',
    }),
  };
}

interface FileFields {
  readonly file: File;
  readonly ownerIds?: readonly { readonly id: string }[] | null | undefined;
  readonly delimiter?: keyof typeof DELIMITERS | null | undefined;
  readonly sheet?: string | null | undefined;
  readonly headerLine?: number | null | undefined;
  readonly columns?: Parameters<typeof choiceOf>[0];
  readonly backdateReason?: string | null | undefined;
}

/** The fields as the verbs take them. @throws ValidationError for a file that is too large to be read into memory */
export async function fileInput({ file, ...fields }: FileFields): Promise<ImportInput> {
  if (file.size > MAX_IMPORT_BYTES) {
    const message = `the file has ${file.size} bytes, allowed are up to ${MAX_IMPORT_BYTES}`;
    throw new ValidationError([{ path: 'file', message }]);
  }
  const { ownerIds, delimiter, sheet, headerLine, columns, backdateReason } = fields;
  return {
    fileName: file.name,
    content: new Uint8Array(await file.arrayBuffer()),
    ownerIds: ownerIds?.map(({ id }) => id),
    delimiter: delimiter ? DELIMITERS[delimiter] : undefined,
    sheet,
    headerLine,
    columns: choiceOf(columns),
    backdateReason,
  };
}
