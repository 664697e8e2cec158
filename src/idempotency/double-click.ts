import type { TxContext } from '../context.js';

/** A second request that says the same within so long, in milliseconds, is taken for the same one. */
export const DOUBLE_CLICK_MS = 10_000;

interface Made {
  readonly id: string;
}

/**
 * Answers again what the same actor made a moment ago with the same input: a button that was pressed twice, or a
 * form that was sent again. A request with an idempotency key says itself whether it is the same. The caller has locked
 * what both are about, so that of two at the same moment the second finds the first.
 * @param find what was made since the instant
 */
export async function unlessDoubled(
  ctx: TxContext,
  idempotencyKey: string | null | undefined,
  find: (since: Date) => Promise<Made | null>,
  make: () => Promise<Made>,
): Promise<{ id: string; replayed?: boolean }> {
  if (idempotencyKey != null) return make();
  const known = await find(new Date(ctx.now.getTime() - DOUBLE_CLICK_MS));
  return known ? { id: known.id, replayed: true } : make();
}
