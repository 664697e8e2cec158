import { ConflictError } from '../../domain/errors.js';
import type { ConflictVerdict } from '../../domain/judge-conflict.js';
import { newId } from '../../platform/db/ids.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { tombstone } from '../../platform/keys/tombstone.js';
import type { TxContext, VerbContext } from '../../platform/verbs/context.js';
import { draftRefusals } from '../receipts/draft-refusals.js';
import { refuseOverCheckLimit } from './limit-checks.js';
import { keyTexts, type MatchKeys, type Question } from './match-keys.js';
import { type Met, recordRefusals } from './record-conflicts.js';

/** A question that was answered, as it is stored for the managers of the agents. */
export interface Check {
  readonly keys: MatchKeys;
  readonly verdict: ConflictVerdict;
  /** The lead that decided, for the record of a refusal; left out where there is none. */
  readonly met?: Met | null;
  /** The lead that was to be changed; null for a new one. */
  readonly newLeadId?: string | null;
}

/**
 * Records the companies that an actor checked, each key as a keyed hash: managers see actors who probe for leads, and
 * a stolen database does not disclose the companies.
 */
export async function recordChecks(
  ctx: TxContext,
  verb: string,
  checks: readonly Check[],
  keyRing: KeyRing | null,
): Promise<void> {
  countInDryRun(ctx, verb, checks, keyRing);
  const { tx, actor, now } = ctx;
  const { id: actorId, territory } = actor;
  if (actorId === null || checks.length === 0) return;
  await tx.conflictCheck.createMany({
    data: checks.map(({ keys, verdict }) => ({
      id: newId(),
      actorId,
      territory,
      verb,
      verdict,
      keys: keyRing === null ? [] : keyTexts(keys).map((text) => tombstone(keyRing.current, text)),
      keyVersion: keyRing?.current.version ?? null,
      checkedAt: now,
    })),
  });
}

/**
 * A dry run tells of a company what a check tells: it counts as one, and is refused where a check would be. What it
 * recorded itself is taken back with it.
 */
export function countInDryRun(
  { keep }: TxContext,
  verb: string,
  checks: readonly Check[],
  keyRing: KeyRing | null,
): void {
  keep?.(async (ctx) => {
    await refuseOverCheckLimit(ctx, checks.length);
    await recordChecks(ctx, verb, checks, keyRing);
  });
}

/** A check that was refused, with the company as it was written. */
interface Refused extends Check, Pick<Question, 'company'> {}

/** The refused question of the gate by its error: the transaction of the question is rolled back with it. */
const refusals = new WeakMap<Error, Refused>();

/** Notes of an error which question it answers. */
export function noteRefusal<Told extends Error>(error: Told, check: Refused): Told {
  refusals.set(error, check);
  return error;
}

/**
 * Runs a verb that asks the gate, and records its refusal once it is rolled back: a registration
 * that is refused tells as much as a check. A hard conflict also yields a receipt. Within an outer transaction that one
 * decides.
 */
export async function recordingRefusal<T>(
  ctx: VerbContext,
  verb: string,
  keyRing: KeyRing | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refused = error instanceof Error ? refusals.get(error) : undefined;
    if (refused && !ctx.tx) {
      await ctx.db.transaction(
        async (tx) => {
          await recordChecks({ ...ctx, tx }, verb, [refused], keyRing);
          const { met = null, newLeadId = null } = refused;
          await recordRefusals({ ...ctx, tx }, verb, met === null ? [] : [{ met, newLeadId }]);
          if (!(error instanceof ConflictError)) return;
          const [receiptId = null] = await draftRefusals({ ...ctx, tx }, verb, [refused]);
          error.receiptId = receiptId;
        },
        { as: ctx.actor },
      );
    }
    throw error;
  }
}
