import { importLeads } from '../../features/imports/import-leads.js';
import { previewImport } from '../../features/imports/preview-import.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { fileFields, fileInput } from './file-input.js';
import { ImportPreviewType } from './preview.js';
import { ImportJobType } from './types.js';

verbMutation('importLeads', {
  description:
    'Imports a file of leads, CSV or XLSX, in the background. The same file again changes nothing.',
  input: (t) => ({
    ...fileFields(t),
    dryRun: t.boolean({
      description:
        'If true, no lead is created: the report says what the import would do with each row. For files of up to 250 rows, each of which counts as a conflict check (`conflictChecksPerDay`).',
    }),
    idempotencyKey: t.string({ description: 'Sending the same key again changes nothing.' }),
  }),
  run: async (ctx, { dryRun, idempotencyKey, ...fields }) => {
    const answer = await importLeads(ctx, { ...(await fileInput(fields)), dryRun, idempotencyKey });
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

verbMutation('previewImport', {
  description:
    'What `importLeads` would make of a file: its columns, which can be given another meaning and saved, and its rows, as far as the file alone tells. No lead is written or compared; `importLeads(dryRun: true)` compares each row with all leads.',
  input: (t) => ({
    ...fileFields(t),
    saveColumns: t.boolean({
      description:
        'If true, `columns` are remembered for the caller and hold for every file with the same header; empty, they are forgotten. The last 50 headers are remembered.',
    }),
  }),
  run: async (ctx, { saveColumns, ...fields }) => {
    const input = { ...(await fileInput(fields)), saveColumns };
    return previewImport(ctx, input, ctx.signal ?? undefined);
  },
  payload: (t) => ({
    preview: t.field({
      type: ImportPreviewType,
      description: 'What would be imported.',
      resolve: (preview) => preview,
    }),
  }),
});
