import { createHash, createHmac } from 'node:crypto';
import { ConflictError } from '../../domain/errors.js';
import { newId } from '../db/ids.js';
import type { Verb } from '../identity/may.js';
import type { TxContext } from './context.js';
import { tellsSecret } from './double-click.js';
import { canonical, lockRequest, requesterOf } from './request.js';

/** A request with an idempotency key, of a verb that changes something and creates nothing. */
export interface KeyedRequest {
  readonly verb: Verb;
  readonly key: string;
  readonly input: unknown;
  /** How many transactions of the verb have begun: each has an answer of its own. */
  begun: number;
}

/** Verbs that may be done again: they change nothing, or find nothing to do the second time. */
const REPEATABLE: ReadonlySet<Verb> = new Set<Verb>(['previewImport', 'runJob']);

/** Whether an answer is not stored: it holds a secret, or all that is known of a person. */
function isToldOnce(verb: Verb): boolean {
  return verb === 'exportDataSubject' || tellsSecret(verb);
}

/** Verbs that return a row of which the API needs the ids alone. */
const RETURN_ROWS: ReadonlySet<Verb> = new Set<Verb>([
  'retryEmail',
  'discardEmail',
  'transitionSample',
  'recordSampleFeedback',
]);

/**
 * Does the work of a verb once per actor and key, and answers the same again with what the work returned the first
 * time: ids, versions and dates. Stored in the transaction of the work, so that it counts if and only if that does.
 * @throws ConflictError if the key was used before with another input, or its answer is told once
 */
export async function answerOnce<T>(
  ctx: TxContext,
  keyed: KeyedRequest,
  work: (ctx: TxContext) => Promise<T>,
): Promise<T> {
  const { verb, key, input } = keyed;
  if (REPEATABLE.has(verb)) return work(ctx);
  const nth = keyed.begun;
  keyed.begun += 1;
  const actorId = requesterOf(ctx.actor);
  const requestHash = createHmac('sha256', key).update(canonical(input)).digest('hex');
  const keyHash = createHash('sha256').update(`${actorId} ${verb} ${key} ${nth}`).digest('hex');
  await lockRequest(ctx, `${actorId} ${verb} ${key} ${nth}`);
  const known = await ctx.tx.idempotencyKey.findUnique({
    where: { actorId_verb_key: { actorId, verb, key: keyHash } },
  });
  if (known === null) {
    const result = await work(ctx);
    const told = RETURN_ROWS.has(verb) ? Object.fromEntries(idsOf(result)) : result;
    const answer = isToldOnce(verb) ? null : JSON.stringify(written(told));
    await ctx.tx.idempotencyKey.create({
      data: {
        ...{ actorId, verb, key: keyHash, requestHash, answer },
        resultId: subjectOf(result) ?? newId(),
        createdAt: ctx.now,
      },
    });
    return result;
  }
  if (known.requestHash !== requestHash) {
    throw new ConflictError(
      `The idempotency key ${JSON.stringify(key)} was used for ${verb} with another input; allowed is the same input, or a new key.`,
      'KEY_REUSED',
    );
  }
  if (known.answer === null) {
    throw new ConflictError(
      `The request with this idempotency key was done, and its answer is told once.`,
      'JUST_MADE',
    );
  }
  return read(JSON.parse(known.answer)) as T;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

function idsOf(result: unknown): [field: string, id: string][] {
  if (typeof result !== 'object' || result === null) return [];
  return Object.entries(result).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && UUID.test(entry[1]),
  );
}

/** What a result is about, the lead first: with its personal data the answer is forgotten. */
function subjectOf(result: unknown): string | null {
  const ids = idsOf(result);
  return ids.find(([field]) => field === 'leadId')?.[1] ?? ids[0]?.[1] ?? null;
}

/** A mark that no field of a result has. */
const INSTANT = '$instant';

/** A result as JSON that tells instants from texts. */
function written(value: unknown): unknown {
  if (value instanceof Date) return { [INSTANT]: value.toISOString() };
  if (Array.isArray(value)) return value.map(written);
  if (typeof value === 'object' && value !== null) return mapped(value, written);
  return value ?? null;
}

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  const instant: unknown = Reflect.get(value, INSTANT);
  return typeof instant === 'string' ? new Date(instant) : mapped(value, read);
}

function mapped(object: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
