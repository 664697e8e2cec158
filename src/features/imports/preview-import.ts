import { ValidationError } from '../../domain/errors.js';
import { isManager, requireMay } from '../../platform/identity/may.js';
import { createTurns } from '../../platform/limits/turns.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { findOwners } from '../leads/find-owner.js';
import type { FilePreview } from './describe-file.js';
import { fileOptionsOf } from './file-options.js';
import { type ImportInput, parseImport } from './import-input.js';
import { knownHeaders, saveMapping } from './import-mappings.js';
import { openParser } from './open-parser.js';

/** How long a file may take; the client waits for the answer. */
const DEADLINE_MS = 20_000;

/** Each has a thread, with up to half a gigabyte. */
const turns = createTurns({
  atOnce: 2,
  waiting: 10,
  refusal: 'Too many files are being previewed. Try again in a minute.',
});

export interface PreviewImportInput extends Omit<ImportInput, 'dryRun'> {
  /** Whether the columns are remembered for the actor and for every file with this header. */
  readonly saveColumns?: boolean | null | undefined;
}

/**
 * What an import of the file would do with its columns and rows, as far as the file alone tells: no lead is written or asked
 * for.
 * @param signal ends it early
 * @throws LeadwardenError UNAVAILABLE while many other files are previewed
 * @throws ValidationError for a file that cannot be read, or owners who cannot own leads
 */
export async function previewImport(
  ctx: VerbContext,
  input: PreviewImportInput,
  signal?: AbortSignal,
): Promise<FilePreview> {
  requireMay(ctx, 'previewImport');
  const { options } = parseImport(ctx, input);
  if (input.saveColumns && !input.columns) {
    const message = 'says what to remember: give `columns`, empty to forget what was saved';
    throw new ValidationError([{ path: 'columns', message }]);
  }
  using _turn = await turns.take(signal);
  const { known, owners, timeZone } = await inTransaction(ctx, async (ctx) => ({
    known: await knownHeaders(ctx),
    owners: await findOwners(ctx, [...new Set(options.ownerIds)], 'ownerIds'),
    timeZone: (await loadPolicy(ctx.tx)).timeZone,
  }));
  // Columns that are given, and be it none, stand in place of those that were saved.
  const layout = fileOptionsOf({ ...options, known: input.columns ? [] : known });
  await using parser = openParser({ deadlineMs: DEADLINE_MS, signal });
  const preview = await parser.preview({
    content: input.content,
    options: { ...layout, unchecked: true },
    judging: {
      importId: '',
      now: ctx.now,
      timeZone,
      owners: owners.map(({ id, name, email }) => ({ id, name, email })),
      backdating: { allowed: isManager(ctx.actor), reason: options.backdateReason },
    },
  });
  if (input.saveColumns) {
    const mapping = { header: preview.headerHash, chosen: input.columns ?? [] };
    await inTransaction(ctx, (ctx) => saveMapping(ctx, mapping));
  }
  return preview;
}
