import { z } from 'zod';
import { ValidationError } from '../../domain/errors.js';
import { EVENT_TYPES } from '../../domain/events.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { type OutboundGuard, RefusedTargetError } from '../../platform/outbound/outbound-guard.js';

/** The services of verbs on endpoints beside their context. */
export interface WebhookServices {
  readonly keyRing: KeyRing;
  readonly outbound: OutboundGuard;
}

const LONGEST_URL = 2_000;

/** An address in the one spelling that it is connected by. */
export const urlInput = z
  .string()
  .trim()
  .max(LONGEST_URL, `is too long, allowed are up to ${LONGEST_URL} characters`)
  .refine(URL.canParse, 'is no address, allowed is one as https://example.com/hooks')
  .transform((text) => {
    const url = new URL(text);
    url.hash = '';
    return url.href;
  });

/** Null is all types. */
export const typesInput = z
  .array(z.enum(EVENT_TYPES))
  .min(1, 'is empty, allowed are one or more types, or null for all')
  .transform((types) => [...new Set(types)]);

/** @throws ValidationError if the address leads where the program must not connect to */
export async function requirePublicUrl(outbound: OutboundGuard, url: string): Promise<void> {
  try {
    await outbound.checkNow(new URL(url));
  } catch (error) {
    if (!(error instanceof RefusedTargetError)) throw error;
    throw new ValidationError([{ path: 'url', message: error.message }]);
  }
}
