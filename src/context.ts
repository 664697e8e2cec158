import type { Actor } from './auth/actor.js';
import type { Database, TransactionOptions, Tx } from './db/open.js';

/** What the outside gives a verb. */
export interface VerbContext {
  db: Database;
  actor: Actor;
  /** The instant of the request; verbs never read the clock. */
  now: Date;
  /** Null for work that no request started. */
  requestId: string | null;
  /** Set when an outer transaction exists; verbs join it. */
  tx?: Tx;
}

/** A verb's context inside its transaction. */
export type TxContext = VerbContext & { tx: Tx };

/** Runs `work` in the outer transaction if there is one, else in one of the actor's own. */
export function inTransaction<T>(
  ctx: VerbContext,
  work: (ctx: TxContext) => Promise<T>,
  options: Pick<TransactionOptions, 'timeoutMs'> = {},
): Promise<T> {
  const { tx } = ctx;
  if (tx) return work({ ...ctx, tx });
  return ctx.db.transaction((opened) => work({ ...ctx, tx: opened }), {
    as: ctx.actor,
    ...options,
  });
}
