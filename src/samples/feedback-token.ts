import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A secret of 256 bits in 43 characters that need no escaping in an address. */
export function newFeedbackToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of it. A random secret of this size needs no slow hash. */
export function feedbackTokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
