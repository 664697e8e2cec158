import type { KeyRing } from '../../platform/keys/key-ring.js';
import type { Poster } from '../../platform/outbound/post.js';
import { type Answer, judgeAnswer, type Patience, type Verdict } from './judge-answer.js';
import type { DueDelivery } from './next-delivery.js';
import type { Attempt } from './settle-delivery.js';
import { signedHeaders } from './signed-headers.js';
import { openSecret, UnreadableSecretError } from './webhook-secret.js';

export interface AttemptOptions {
  readonly poster: Poster;
  readonly keyRing: KeyRing;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly patience: Patience;
}

/** An operator may be about to add the key, or another replica may have it. */
const NO_KEY_WAIT_MS = 60_000;

/** Sends a delivery once, and decides its outcome. Writes nothing. */
export async function attemptDelivery(
  delivery: DueDelivery,
  { poster, keyRing, clock, random, patience }: AttemptOptions,
): Promise<{ verdict: Verdict; attempt: Attempt | null }> {
  const { attempts, messageId, body, url } = delivery;
  const { maxAttempts } = patience;
  const startedAt = clock();
  if (attempts > maxAttempts) {
    const error = `Given up: attempt ${maxAttempts} of ${maxAttempts} never ended.`;
    return { verdict: { kind: 'dead', error }, attempt: null };
  }
  let secrets: string[];
  try {
    secrets = delivery.secrets.map((secret) => openSecret(keyRing, secret.id, secret));
  } catch (error) {
    if (!(error instanceof UnreadableSecretError)) throw error;
    const nextAttemptAt = new Date(startedAt.getTime() + NO_KEY_WAIT_MS);
    return { verdict: { kind: 'postponed', error: error.message, nextAttemptAt }, attempt: null };
  }
  const headers = signedHeaders(secrets, { messageId, at: startedAt, body });
  const began = performance.now();
  const answer = await answerTo(poster, { url: new URL(url), headers, body });
  const durationMs = Math.round(performance.now() - began);
  const verdict = judgeAnswer(answer, attempts, patience, clock(), random());
  const answered = 'failure' in answer ? null : answer;
  return {
    verdict,
    attempt: {
      startedAt,
      durationMs,
      statusCode: answered?.statusCode ?? null,
      response: answered?.body ?? null,
    },
  };
}

async function answerTo(poster: Poster, post: Parameters<Poster['send']>[0]): Promise<Answer> {
  try {
    return await poster.send(post);
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** Node gathers the errors of each address of a name, with an empty message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
