import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import type { TxContext } from '../../platform/verbs/context.js';
import type { KnownHeader } from './columns.js';
import { choice } from './file-options.js';

/** Headers of one user that are remembered; the oldest is forgotten for a further one. */
export const MOST_MAPPINGS = 50;

/** What the actor has said of the columns of earlier files. */
export async function knownHeaders({ tx, actor }: TxContext): Promise<KnownHeader[]> {
  if (actor.id === null) return [];
  const rows = await tx.importMapping.findMany({
    where: { userId: actor.id },
    orderBy: [{ headerHash: 'asc' }],
  });
  return rows.map(({ headerHash, columns }) => ({
    header: headerHash,
    chosen: choice.parse(columns),
  }));
}

/** Remembers it for the actor, for every file with this header; an empty choice is forgotten. */
export async function saveMapping(ctx: TxContext, { header, chosen }: KnownHeader): Promise<void> {
  const { tx, actor, now } = ctx;
  const userId = actor.id;
  if (userId === null) return;
  const columns = [...chosen];
  const key = { userId, headerHash: header };
  if (columns.length === 0) {
    const { count } = await tx.importMapping.deleteMany({ where: key });
    if (count === 0) return;
  } else {
    await tx.importMapping.upsert({
      where: { userId_headerHash: key },
      create: { id: newId(), ...key, columns, updatedAt: now },
      update: { columns, updatedAt: now },
    });
    await forgetOldest(ctx, userId);
  }
  await appendAudit(ctx, {
    action: 'previewImport',
    entity: 'User',
    entityId: userId,
    after: { columns: columns.length },
  });
}

async function forgetOldest({ tx }: TxContext, userId: string): Promise<void> {
  const old = await tx.importMapping.findMany({
    where: { userId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    skip: MOST_MAPPINGS,
    select: { id: true },
  });
  if (old.length === 0) return;
  await tx.importMapping.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}
