import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';

/**
 * Revokes a token for good; its sessions end at once.
 * @throws ConflictError if it was revoked before
 */
export async function revokeApiToken(
  ctx: VerbContext,
  { apiTokenId }: { apiTokenId: string },
): Promise<{ id: string }> {
  requireMay(ctx, 'revokeApiToken');
  return inTransaction(ctx, async (ctx) => {
    const token = await ctx.tx.apiToken.findUnique({
      where: { id: apiTokenId },
      select: { userId: true },
    });
    if (!token) throw new NotFoundError('ApiToken', apiTokenId);
    const { count } = await ctx.tx.apiToken.updateMany({
      where: { id: apiTokenId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new ConflictError('The token was revoked already.', 'TOKEN_REVOKED');
    const { userId } = token;
    await appendAudit(ctx, {
      action: 'revokeApiToken',
      entity: 'ApiToken',
      entityId: apiTokenId,
      before: { revokedAt: null },
      after: { revokedAt: ctx.now },
    });
    await appendEvent(ctx, { type: 'API_TOKEN_REVOKED', payload: { apiTokenId, userId } });
    return { id: apiTokenId };
  });
}
