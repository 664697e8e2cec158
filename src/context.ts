import type { Actor } from './auth/actor.js';
import type { Identity } from './db/identity.js';
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
    as: workerOf(ctx.actor),
    ...options,
  });
}

/**
 * In whose name the database is written. A program works on leads as a manager of the whole market does; which of
 * that it may, its scopes have said before. What it reads it reads as a program.
 */
function workerOf(actor: Actor): Identity {
  return actor.role === 'SERVICE' ? { id: actor.id, role: 'MANAGER', territory: null } : actor;
}
