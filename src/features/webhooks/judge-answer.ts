import { type Backoff, backoffMs } from '../../platform/loops/backoff.js';

/** The result of sending: an answer, or the error for which there was none. */
export type Answer =
  | { readonly statusCode: number; readonly retryAfter: string | null; readonly body: string }
  | { readonly failure: string };

export type Verdict =
  | { readonly kind: 'delivered' }
  /** The receiver refuses all further deliveries. */
  | { readonly kind: 'gone'; readonly error: string }
  | { readonly kind: 'postponed'; readonly error: string; readonly nextAttemptAt: Date }
  | { readonly kind: 'dead'; readonly error: string };

export interface Patience {
  readonly backoff: Backoff;
  readonly maxAttempts: number;
  /** However late the receiver says to come again, it is not later than this. */
  readonly maxRetryAfterMs: number;
}

/** The outcome of a delivery after its `attempts`th attempt. `random` is from 0 to 1. */
export function judgeAnswer(
  answer: Answer,
  attempts: number,
  { backoff, maxAttempts, maxRetryAfterMs }: Patience,
  now: Date,
  random: number,
): Verdict {
  const statusCode = 'failure' in answer ? null : answer.statusCode;
  if (statusCode !== null && statusCode >= 200 && statusCode < 300) return { kind: 'delivered' };
  const error = 'failure' in answer ? answer.failure : `The answer was ${statusCode}.`;
  if (statusCode === 410) return { kind: 'gone', error };
  if (attempts >= maxAttempts) return { kind: 'dead', error };
  const asked =
    'failure' in answer || (statusCode !== 429 && statusCode !== 503)
      ? 0
      : Math.min(retryAfterMs(answer.retryAfter, now), maxRetryAfterMs);
  const waitMs = Math.max(backoffMs(attempts, backoff, random), asked);
  return { kind: 'postponed', error, nextAttemptAt: new Date(now.getTime() + waitMs) };
}

/** Seconds or a date; other values are ignored. */
function retryAfterMs(header: string | null, now: Date): number {
  if (header === null) return 0;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}
