import { createHash, createHmac } from 'node:crypto';
import { ConflictError } from '../../domain/errors.js';
import type { Verb } from '../identity/may.js';
import type { TxContext } from './context.js';
import { unlessDoubled } from './double-click.js';
import { canonical, lockRequest, requesterOf } from './request.js';

/** A verb that creates something, as it is to be done once. */
interface Once {
  readonly verb: Verb;
  /** The idempotency key; without one only a second click is taken for the same. */
  readonly key: string | null | undefined;
  readonly input: unknown;
  readonly run: (ctx: TxContext) => Promise<{ id: string }>;
  /** Asked before what was answered once is answered again; throws if the actor may not see the result any more. */
  readonly mayKnow?: (ctx: TxContext, id: string) => Promise<void>;
}

/**
 * Runs a verb that creates something at most once per actor, verb and key, also when the same request
 * arrives twice at the same moment. Of the key only a hash is stored, and the hash of the input is made with the key: the
 * database alone tells nothing of the input. Both are forgotten after a week.
 * @throws ConflictError if the key was used before with another input
 */
export async function once(
  ctx: TxContext,
  { verb, key, input, run, mayKnow = whoMayUseTheVerb }: Once,
): Promise<{ id: string; replayed: boolean }> {
  if (key == null) return unlessDoubled(ctx, verb, input, run, mayKnow);
  const actorId = requesterOf(ctx.actor);
  const requestHash = hashOf(input, key);
  const keyHash = createHash('sha256').update(`${actorId} ${verb} ${key}`).digest('hex');
  await lockRequest(ctx, `${actorId} ${verb} ${key}`);
  const known = await ctx.tx.idempotencyKey.findUnique({
    where: { actorId_verb_key: { actorId, verb, key: keyHash } },
  });
  if (known) {
    if (known.requestHash !== requestHash) {
      throw new ConflictError(
        `The idempotency key ${JSON.stringify(key)} was used for ${verb} with another input; allowed is the same input, or a new key.`,
        'KEY_REUSED',
      );
    }
    await mayKnow(ctx, known.resultId);
    return { id: known.resultId, replayed: true };
  }
  const { id } = await run(ctx);
  await ctx.tx.idempotencyKey.create({
    data: { actorId, verb, key: keyHash, requestHash, resultId: id, createdAt: ctx.now },
  });
  return { id, replayed: false };
}

/** For results without an owner: an actor who may use the verb may know its result. */
async function whoMayUseTheVerb(): Promise<void> {}

function hashOf(input: unknown, key: string): string {
  return createHmac('sha256', key).update(canonical(input)).digest('hex');
}
