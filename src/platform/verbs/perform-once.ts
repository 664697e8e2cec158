import type { z } from 'zod';
import { requireMay, type Verb } from '../identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from './context.js';
import { once } from './once.js';
import { type idempotencyKeyInput, parseInput, type Rules } from './parse-input.js';

type Creating = z.ZodObject<{ idempotencyKey: typeof idempotencyKeyInput }>;

/** A verb that creates something. */
interface Performed<Schema extends Creating> extends Rules<Schema> {
  readonly schema: Schema;
  /** Creates it, in the transaction; called once for a request that is repeated. */
  readonly run: (ctx: TxContext, input: z.output<Schema>) => Promise<{ id: string }>;
  /** Asked before what was answered once is answered again; throws if the actor may not see the result any more. */
  readonly mayKnow?: (ctx: TxContext, input: z.output<Schema>) => Promise<void>;
}

/** What a verb created, now or for the request that this one repeats, and its input as it was understood. */
interface Created<Input> {
  readonly id: string;
  readonly replayed: boolean;
  readonly parsed: Input;
}

/**
 * All steps of a verb that creates something: who may, what came in, transaction, once per key.
 * @throws ForbiddenError, ValidationError, ConflictError, and what `run` throws
 */
export async function performOnce<Schema extends Creating>(
  ctx: VerbContext,
  verb: Verb,
  input: z.input<Schema>,
  { schema, rules, laterRules, run, mayKnow }: Performed<Schema>,
): Promise<Created<z.output<Schema>>> {
  requireMay(ctx, verb);
  const parsed = parseInput(ctx, schema, input, {
    ...(rules && { rules }),
    ...(laterRules && { laterRules }),
  });
  const made = await inTransaction(ctx, (ctx) =>
    once(ctx, {
      verb,
      key: parsed.idempotencyKey,
      input: parsed,
      run: (ctx) => run(ctx, parsed),
      ...(mayKnow && { mayKnow: (ctx: TxContext) => mayKnow(ctx, parsed) }),
    }),
  );
  return { ...made, parsed };
}
