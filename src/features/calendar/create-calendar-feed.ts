import { z } from 'zod';
import { ConflictError, ForbiddenError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { newSecret, secretHash } from '../../platform/keys/secret.js';
import type { TxContext, VerbContext } from '../../platform/verbs/context.js';
import { idempotencyKeyInput, requiredLine } from '../../platform/verbs/parse-input.js';
import { performOnce } from '../../platform/verbs/perform-once.js';

/** Feeds of one user that are not revoked. */
const MOST_FEEDS = 10;

export const createCalendarFeedInput = z.object({
  name: requiredLine(100),
  /** Whether entries name companies. */
  customerNames: z.boolean().nullish(),
  idempotencyKey: idempotencyKeyInput,
});

export interface CreatedFeed {
  readonly id: string;
  readonly replayed: boolean;
  /** Returned once, and not again for a repeated idempotency key. */
  readonly token: string | null;
}

/**
 * Creates a calendar of the actor behind a secret address.
 * @throws ConflictError if they have ten already
 */
export async function createCalendarFeed(
  ctx: VerbContext,
  input: z.input<typeof createCalendarFeedInput>,
): Promise<CreatedFeed> {
  const token = newSecret();
  const { id, replayed } = await performOnce(ctx, 'createCalendarFeed', input, {
    schema: createCalendarFeedInput,
    run: (ctx, { name, customerNames }) =>
      insertFeed(ctx, { name, customerNames: customerNames ?? false, token }),
  });
  return { id, replayed, token: replayed ? null : token };
}

async function insertFeed(
  ctx: TxContext,
  { name, customerNames, token }: { name: string; customerNames: boolean; token: string },
): Promise<{ id: string }> {
  const { tx, actor, now } = ctx;
  if (actor.id === null) throw new ForbiddenError('Only a person has a calendar.');
  const userId = actor.id;
  const running = await tx.calendarFeed.count({ where: { userId, revokedAt: null } });
  if (running >= MOST_FEEDS) {
    const message = `There are ${running} calendars, allowed are ${MOST_FEEDS}; revoke one first.`;
    throw new ConflictError(message, 'TOO_MANY_FEEDS');
  }
  const id = newId();
  const known = { id, userId, name, customerNames, createdAt: now };
  // `create` would read back a column that no role may read.
  await tx.calendarFeed.createMany({ data: { ...known, tokenHash: secretHash(token) } });
  await appendAudit(ctx, {
    action: 'createCalendarFeed',
    entity: 'CalendarFeed',
    entityId: id,
    after: { name, customerNames },
  });
  return { id };
}
