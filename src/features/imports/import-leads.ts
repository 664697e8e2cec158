import { createHash } from 'node:crypto';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import { findOwners } from '../leads/find-owner.js';
import { type ImportInput, parseImport } from './import-input.js';
import { knownHeaders } from './import-mappings.js';
import type { ImportOptions } from './import-options.js';

export interface ImportLeadsInput extends ImportInput {
  readonly idempotencyKey?: string | null | undefined;
}

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
  const { importerId, options: given } = parseImport(ctx, input);
  return inTransaction(ctx, async (tx) => {
    const options = await withKnownHeaders(tx, input, given);
    const contentHash = hashOf(input.content, options);
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

/** What the importer saved for the headers of files belongs to the options: with another meaning it is another import. */
async function withKnownHeaders(
  ctx: TxContext,
  { columns }: ImportInput,
  options: ImportOptions,
): Promise<ImportOptions> {
  const known = columns ? [] : await knownHeaders(ctx);
  return known.length > 0 ? { ...options, known } : options;
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
