import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { visibleFeeds } from './visible-feeds.js';

/**
 * Revokes a calendar for good: its address answers as one that never was.
 * @throws ConflictError if it was revoked before
 */
export async function revokeCalendarFeed(
  ctx: VerbContext,
  { calendarFeedId }: { calendarFeedId: string },
): Promise<{ id: string }> {
  requireMay(ctx, 'revokeCalendarFeed');
  return inTransaction(ctx, async (ctx) => {
    const feed = await ctx.tx.calendarFeed.findFirst({
      where: { id: calendarFeedId, AND: [visibleFeeds(ctx.actor)] },
      select: { id: true },
    });
    if (!feed) throw new NotFoundError('CalendarFeed', calendarFeedId);
    const { count } = await ctx.tx.calendarFeed.updateMany({
      where: { id: feed.id, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new ConflictError('The calendar was revoked already.', 'TOKEN_REVOKED');
    await appendAudit(ctx, {
      action: 'revokeCalendarFeed',
      entity: 'CalendarFeed',
      entityId: feed.id,
      before: { revokedAt: null },
      after: { revokedAt: ctx.now },
    });
    return { id: feed.id };
  });
}
