import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type FieldProblem, ForbiddenError, ValidationError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import { optionalText, unfitText } from '../../platform/verbs/parse-input.js';
import { findOwners } from '../leads/find-owner.js';

/** Largest file taken, in bytes. */
export const MAX_IMPORT_BYTES = 10 * 1024 * 1024;

export interface ImportLeadsInput {
  fileName: string;
  /** The CSV file as it is; encoding and separator are found out. */
  content: Uint8Array;
  /** The agents to whom the leads are dealt in turn, row by row; the importer if not given. */
  ownerIds?: readonly string[] | null | undefined;
  /** Found out if not given. */
  delimiter?: ImportOptions['delimiter'] | undefined;
  /** Why rows may say that they were registered before today; only managers may date back. */
  backdateReason?: string | null | undefined;
  /** Only report what would become of each row. */
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
}

export const importOptions = z.object({
  ownerIds: z.array(z.uuid()).min(1),
  delimiter: z.enum([',', ';', '\t']).nullable(),
  backdateReason: optionalText(500),
  /** Left out unless true, so that the hash of what was sent before stays. */
  dryRun: z.literal(true).optional(),
});
export type ImportOptions = z.output<typeof importOptions>;

/**
 * Takes a file in and returns at once; the import worker does the rest. The same file with the same
 * options from the same person is the same import, which is returned as `replayed`.
 * @throws ValidationError for an empty or too large file, or owners who cannot own leads
 * @throws ForbiddenError if an agent deals leads to others
 */
export async function importLeads(
  ctx: VerbContext,
  input: ImportLeadsInput,
): Promise<{ id: string; replayed: boolean }> {
  requireMay(ctx, 'importLeads');
  const importerId = ctx.actor.id;
  if (importerId === null) throw new ForbiddenError('Only a person can import leads.');
  const options = parse(ctx, input, importerId);
  if (ctx.actor.role === 'REP' && options.ownerIds.some((id) => id !== importerId)) {
    throw new ForbiddenError(
      'Agents import leads for themselves; dealing them out is for managers.',
    );
  }
  const contentHash = hashOf(input.content, options);
  return inTransaction(ctx, async (tx) => {
    await findOwners(tx, [...new Set(options.ownerIds)], 'ownerIds');
    let known = false;
    const answer = await once(tx, {
      verb: 'importLeads',
      key: input.idempotencyKey,
      input: { contentHash },
      run: async () => {
        const job = await insertJob(tx, importerId, input, options, contentHash);
        known = !job.inserted;
        if (job.tried) {
          const after = { contentHash, bytes: input.content.byteLength, ...options };
          const subject = { entity: 'ImportJob', entityId: job.id, after };
          await appendAudit(tx, { action: 'importLeads', ...subject });
        }
        return { id: job.id };
      },
      mayKnow: // Importers always see their own imports.
        async () => {},
    });
    return { id: answer.id, replayed: answer.replayed || known };
  });
}

function parse(
  { inputProblems = [] }: VerbContext,
  input: ImportLeadsInput,
  importerId: string,
): ImportOptions {
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
  const options = importOptions.safeParse({
    ownerIds: input.ownerIds?.length ? input.ownerIds : [importerId],
    delimiter: input.delimiter ?? null,
    backdateReason: input.backdateReason,
    ...(input.dryRun ? { dryRun: true } : {}),
  });
  for (const { path, message } of options.error?.issues ?? []) {
    problems.push({ path: path.join('.'), message });
  }
  if (problems.length > 0 || !options.data) throw new ValidationError(problems);
  return options.data;
}

function hashOf(content: Uint8Array, options: ImportOptions): string {
  return createHash('sha256').update(content).update(JSON.stringify(options)).digest('hex');
}

async function insertJob(
  { tx, now }: TxContext,
  createdById: string,
  { fileName, content }: ImportLeadsInput,
  options: ImportOptions,
  contentHash: string,
): Promise<{ id: string; inserted: boolean; tried: boolean }> {
  const id = newId();
  const { count } = await tx.importJob.createMany({
    data: [
      {
        id,
        createdById,
        fileName,
        contentHash,
        content: Uint8Array.from(content),
        options,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 1) return { id, inserted: true, tried: true };
  const known = await tx.importJob.findUniqueOrThrow({
    where: { createdById_contentHash: { createdById, contentHash } },
    select: { id: true },
  });
  // One that failed is tried again: its cause may be gone, and what it imported is not done twice.
  const again = await tx.importJob.updateMany({
    where: { id: known.id, status: 'FAILED' },
    data: {
      status: 'PENDING',
      content: Uint8Array.from(content),
      error: null,
      finishedAt: null,
      leaseUntil: null,
    },
  });
  return { id: known.id, inserted: false, tried: again.count === 1 };
}
