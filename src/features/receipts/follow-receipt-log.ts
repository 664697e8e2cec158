import { z } from 'zod';
import { ForbiddenError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { parseInput } from '../../platform/verbs/parse-input.js';

const followReceiptLogInput = z.object({ wanted: z.boolean() });

export type FollowReceiptLogInput = z.input<typeof followReceiptLogInput>;

/** The actor gets the nightly checkpoint of the receipts by mail from now on, or no longer. */
export async function followReceiptLog(
  ctx: VerbContext,
  input: FollowReceiptLogInput,
): Promise<{ followed: boolean }> {
  requireMay(ctx, 'followReceiptLog');
  const { wanted } = parseInput(ctx, followReceiptLogInput, input);
  const userId = ctx.actor.id;
  if (userId === null) throw new ForbiddenError('Only a person has a mailbox.');
  return inTransaction(ctx, async (ctx) => {
    const { tx, now } = ctx;
    const { count } = wanted
      ? await tx.receiptFollower.createMany({
          data: [{ userId, since: now }],
          skipDuplicates: true,
        })
      : await tx.receiptFollower.deleteMany({ where: { userId } });
    if (count === 0) return { followed: wanted };
    await appendAudit(ctx, {
      action: 'followReceiptLog',
      entity: 'User',
      entityId: userId,
      after: { followed: wanted },
    });
    return { followed: wanted };
  });
}
