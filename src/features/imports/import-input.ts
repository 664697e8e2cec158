import { type FieldProblem, ForbiddenError, ValidationError } from '../../domain/errors.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import { unfitText } from '../../platform/verbs/parse-input.js';
import type { Choice } from './columns.js';
import { type ImportOptions, importOptions } from './import-options.js';

/** Largest file taken, in bytes. */
export const MAX_IMPORT_BYTES = 10 * 1024 * 1024;

export interface ImportInput {
  readonly fileName: string;
  /** The CSV or XLSX file as it is; encoding and separator are found out. */
  readonly content: Uint8Array;
  /** The agents to whom the leads are dealt in turn, row by row; the importer if not given. */
  readonly ownerIds?: readonly string[] | null | undefined;
  /** Found out if not given. */
  readonly delimiter?: ImportOptions['delimiter'] | undefined;
  /** Of a workbook; the first one that tells companies if not given. */
  readonly sheet?: string | null | undefined;
  /** Found out if not given. */
  readonly headerLine?: number | null | undefined;
  /** What columns mean, as far as their names do not say it; what the importer saved for this header if not given. */
  readonly columns?: Choice | null | undefined;
  /** Why rows may say that they were registered before today; only managers may date back. */
  readonly backdateReason?: string | null | undefined;
  /** Only report what would become of each row. */
  readonly dryRun?: boolean | null | undefined;
}

/**
 * @throws ValidationError for an empty or too large file, and options that are none
 * @throws ForbiddenError if an agent deals leads to others
 */
export function parseImport(
  { actor, inputProblems = [] }: VerbContext,
  input: ImportInput,
): { importerId: string; options: ImportOptions } {
  const importerId = actor.id;
  if (importerId === null) throw new ForbiddenError('Only a person can import leads.');
  const problems: FieldProblem[] = [...inputProblems];
  const { byteLength } = input.content;
  if (byteLength === 0) problems.push({ path: 'file', message: 'the file is empty' });
  if (byteLength > MAX_IMPORT_BYTES) {
    const message = `the file has ${byteLength} bytes, allowed are up to ${MAX_IMPORT_BYTES}`;
    problems.push({ path: 'file', message });
  }
  if (input.fileName.trim() === '' || input.fileName.length > 255) {
    problems.push({ path: 'fileName', message: 'allowed are names of 1 to 255 characters' });
  }
  const unfit = unfitText(input.fileName);
  if (unfit !== null) problems.push({ path: 'fileName', message: unfit });
  const parsed = importOptions.safeParse({
    ownerIds: input.ownerIds?.length ? input.ownerIds : [importerId],
    delimiter: input.delimiter ?? null,
    backdateReason: input.backdateReason,
    ...(input.sheet ? { sheet: input.sheet } : {}),
    ...(input.headerLine ? { headerLine: input.headerLine } : {}),
    ...(input.columns?.length ? { columns: input.columns } : {}),
    ...(input.dryRun ? { dryRun: true } : {}),
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    problems.push({ path: path.join('.'), message });
  }
  if (problems.length > 0 || !parsed.data) throw new ValidationError(problems);
  const options = parsed.data;
  if (actor.role === 'REP' && options.ownerIds.some((id) => id !== importerId)) {
    throw new ForbiddenError(
      'Agents import leads for themselves; dealing them out is for managers.',
    );
  }
  return { importerId, options };
}
