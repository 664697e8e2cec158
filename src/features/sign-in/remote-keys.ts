import { createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import type { Logger } from 'pino';
import { LeadwardenError } from '../../domain/errors.js';
import { withinDeadline } from '../../platform/outbound/within-deadline.js';
import type { KeySource } from './token.js';

/** Older keys are fetched again before they are used: a key that the provider withdraws counts no longer than this. */
const FRESH_MS = 5 * 60_000;

/** While the provider is away its last keys go on for so long, which is as long as most tokens live. */
const KEPT_MS = 60 * 60_000;

/** From one fetch to the next: tokens that name unknown keys must not become requests to the provider. */
const COOL_DOWN_MS = 30_000;

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 256 * 1024;

interface KeySet {
  readonly find: ReturnType<typeof createLocalJWKSet>;
  readonly since: number;
}

/**
 * The keys that an identity provider publishes at an address. jose's own would ask a provider that is away again with
 * each token, forget keys that are still good meanwhile, and read the time from the system.
 */
export function createRemoteKeys(url: URL, log: Logger, timeoutMs = TIMEOUT_MS): KeySource {
  let known: KeySet | null = null;
  let lastAttempt = { at: Number.NEGATIVE_INFINITY, failed: false };
  let fetching: Promise<void> | null = null;

  async function fetchKeys(nowMs: number): Promise<void> {
    try {
      known = {
        find: createLocalJWKSet(
          await withinDeadline({ ms: timeoutMs, what: 'key set' }, (signal) =>
            readKeySet(url, signal),
          ),
        ),
        since: nowMs,
      };
      lastAttempt = { at: nowMs, failed: false };
    } catch (error) {
      lastAttempt = { at: nowMs, failed: true };
      log.warn({ err: error, url: url.href }, 'the keys of the identity provider cannot be read');
    }
  }

  /** A caller during a fetch waits for that one. */
  async function refresh(nowMs: number): Promise<void> {
    if (!fetching && nowMs - lastAttempt.at < COOL_DOWN_MS) return;
    fetching ??= fetchKeys(nowMs).finally(() => {
      fetching = null;
    });
    await fetching;
  }

  /** @throws LeadwardenError if there are none, or they are too old to go by */
  function usable(nowMs: number): KeySet {
    if (known && nowMs - known.since < KEPT_MS) return known;
    throw unavailable();
  }

  return async (header, jws, now) => {
    const nowMs = now.getTime();
    if (known === null || nowMs - known.since >= FRESH_MS) await refresh(nowMs);
    try {
      return await usable(nowMs).find(header, jws);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh(nowMs);
      // It is unknown whether the key is a new one.
      if (lastAttempt.failed) throw unavailable();
      return await usable(nowMs).find(header, jws);
    }
  };
}

function unavailable(): LeadwardenError {
  return new LeadwardenError(
    'UNAVAILABLE',
    'The identity provider cannot be asked whether the token counts. Try again in a minute.',
  );
}

/** Redirects are errors: the address is meant as it stands. */
async function readKeySet(url: URL, signal: AbortSignal): Promise<JSONWebKeySet> {
  const response = await fetch(url, {
    headers: { accept: 'application/jwk-set+json, application/json' },
    redirect: 'error',
    signal,
  });
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    throw new Error(`The provider answers ${response.status}, allowed is 200.`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new Error(`The key set has more than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as JSONWebKeySet;
}
