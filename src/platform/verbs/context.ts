import type { Actor } from '../../domain/actor.js';
import { type FieldProblem, ValidationError } from '../../domain/errors.js';
import type { Identity } from '../db/identity.js';
import type { Database, TransactionOptions, Tx } from '../db/open.js';
import { rolesOf, type Verb } from '../identity/may.js';
import { answerOnce, type KeyedRequest } from './answer-once.js';

/** The context that a verb gets from its caller. */
export interface VerbContext {
  db: Database;
  actor: Actor;
  /** The instant of the request; verbs never read the clock. */
  now: Date;
  /** Null for work that no request started. */
  requestId: string | null;
  /** The running verb of the API; left out for other work. */
  verb?: Verb;
  /** Faults that the API found in the input of the verb; `parseInput` reports them with its own. */
  inputProblems?: readonly FieldProblem[];
  /**
   * Hashes a client's request under a key held outside the database, to recognise its repetition; see
   * double-click.ts.
   */
  hashRequest?: (request: string) => string;
  /** Set for a request with an idempotency key, if the verb does not take one itself. */
  keyed?: KeyedRequest;
  /** Set in a dry run: does work for good once all else was taken back. Its error is the answer of the dry run. */
  keep?: (work: (ctx: TxContext) => Promise<void>) => void;
  /** Set when an outer transaction exists; verbs join it. */
  tx?: Tx;
}

/** A verb's context inside its transaction. */
export type TxContext = VerbContext & { tx: Tx };

/**
 * Runs `work` in the outer transaction if there is one, else in one of the actor's own, in which a request with an
 * idempotency key is done once.
 */
export function inTransaction<T>(
  ctx: VerbContext,
  work: (ctx: TxContext) => Promise<T>,
  options: Pick<TransactionOptions, 'timeoutMs'> = {},
): Promise<T> {
  // A verb that has nothing else to parse. Its input holds harmless stand-ins for the faulty values.
  if (ctx.inputProblems?.length) throw new ValidationError(ctx.inputProblems);
  const { tx } = ctx;
  if (tx) return work({ ...ctx, tx });
  const { keyed } = ctx;
  const once = keyed ? (inner: TxContext) => answerOnce(inner, keyed, work) : work;
  return ctx.db.transaction((opened) => once({ ...ctx, tx: opened }), {
    as: workerOf(ctx),
    ...options,
  });
}

/**
 * The identity under which the database is written. A program works as a manager of the whole market does, with verbs
 * that only admins have as an admin; which of them it may, its scopes have said before. What it reads it reads as a
 * program.
 */
function workerOf({ actor, verb }: VerbContext): Identity {
  if (actor.role !== 'SERVICE') return actor;
  const isForManagers = verb === undefined || rolesOf(verb).includes('MANAGER');
  return { id: actor.id, role: isForManagers ? 'MANAGER' : 'ADMIN', territory: null };
}
