import { ValidationError } from '../../domain/errors.js';
import { importLeads, MAX_IMPORT_BYTES } from '../../features/imports/import-leads.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { UserType } from '../users/types.js';
import { DelimiterType, ImportJobType } from './types.js';

const DELIMITERS = { COMMA: ',', SEMICOLON: ';', TAB: '\t' } as const;

verbMutation('importLeads', {
  description:
    'Imports a CSV file of leads in the background. The same file again changes nothing.',
  input: (t) => ({
    file: t.field({
      type: 'File',
      required: true,
      description:
        'CSV with a header line, at most 10 MB; preferably in UTF-8. Other encodings are detected by their letters.',
    }),
    ownerIds: t.globalIDList({
      for: UserType,
      description: 'The agents who get the leads in turn; the caller if left out.',
    }),
    delimiter: t.field({
      type: DelimiterType,
      description: 'Delimiter of the file; detected if left out.',
    }),
    backdateReason: t.string({
      description:
        'Reason for dating rows back, for managers. Without it a row with a registration date before today is rejected.',
    }),
    dryRun: t.boolean({
      description:
        'If true, no lead is created: the report says what the import would do with each row. For files of up to 250 rows, each of which counts as a conflict check (`conflictChecksPerDay`).',
    }),
    idempotencyKey: t.string({ description: 'Sending the same key again changes nothing.' }),
  }),
  run: async (ctx, { file, ownerIds, delimiter, backdateReason, dryRun, idempotencyKey }) => {
    if (file.size > MAX_IMPORT_BYTES) {
      const message = `the file has ${file.size} bytes, allowed are up to ${MAX_IMPORT_BYTES}`;
      throw new ValidationError([{ path: 'file', message }]);
    }
    const answer = await importLeads(ctx, {
      fileName: file.name,
      content: new Uint8Array(await file.arrayBuffer()),
      ownerIds: ownerIds?.map(({ id }) => id),
      delimiter: delimiter ? DELIMITERS[delimiter] : undefined,
      backdateReason,
      dryRun,
      idempotencyKey,
    });
    ctx.services.kickImports();
    return answer;
  },
  payload: (t) => ({
    importJob: t.prismaField({
      type: ImportJobType,
      description: 'The import; its counts grow while it runs.',
      resolve: (query, { id }, _args, { reads }) =>
        reads.read((tx) => tx.importJob.findUniqueOrThrow({ ...query, where: { id } })),
    }),
    replayed: t.exposeBoolean('replayed', {
      description:
        'Whether the file or the idempotency key was sent before, so that nothing was created.',
    }),
  }),
});
