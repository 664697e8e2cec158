import { createHash, createHmac } from 'node:crypto';
import type { TxContext } from '../context.js';
import { ConflictError } from '../errors.js';

/** Stands for the system, which is nobody's account. */
const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

/** Namespace of the advisory locks on idempotency keys. */
const LOCK_CLASS = 4_711_001;

/**
 * Runs a verb that creates something at most once per actor, verb and key, also when the same request
 * arrives twice at the same moment. Without a key it simply runs. `mayKnow` is asked before what was
 * answered once is answered again: it throws if the actor may not see the result any more. Of the key only a hash is
 * stored, and the hash of the input is made with the key: the database alone tells nothing of the input. Both are
 * forgotten after a week.
 * @throws ConflictError if the key was used before with another input
 */
export async function once(
  ctx: TxContext,
  verb: string,
  key: string | null | undefined,
  input: unknown,
  run: (ctx: TxContext) => Promise<{ id: string; replayed?: boolean }>,
  mayKnow: (ctx: TxContext, id: string) => Promise<void> = whoMayUseTheVerb,
): Promise<{ id: string; replayed: boolean }> {
  if (key == null) {
    const { id, replayed = false } = await run(ctx);
    return { id, replayed };
  }
  const actorId = ctx.actor.id ?? SYSTEM_ID;
  const requestHash = hashOf(input, key);
  const keyHash = createHash('sha256').update(`${actorId} ${verb} ${key}`).digest('hex');
  // Whoever comes second waits here until the first has committed, and then reads its answer.
  await ctx.tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${`${actorId} ${verb} ${key}`}))`;
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

/** For what is nobody's in particular: whoever may use the verb may know of its result. */
async function whoMayUseTheVerb(): Promise<void> {}

function hashOf(input: unknown, key: string): string {
  return createHmac('sha256', key).update(canonical(input)).digest('hex');
}

/** JSON in which the order of keys plays no part, and undefined and missing are the same. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(
            Object.entries(inner)
              .filter(([key]) => key !== 'idempotencyKey')
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : inner,
    ) ?? 'null'
  );
}
