import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyRing, PseudonymKey } from '../../platform/keys/key-ring.js';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A secret as the database keeps it. */
export interface SealedSecret {
  readonly sealed: string;
  readonly keyVersion: number;
}

/** No key of the ring opens it. */
export class UnreadableSecretError extends Error {
  override readonly name = 'UnreadableSecretError';
}

/** As Standard Webhooks writes them: `whsec_` and base64. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/** The bytes that sign. */
export function signingKey(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64');
}

/**
 * Encrypts a secret for the database, bound to the row that it stands in: moved to another endpoint it
 * does not open. It has to be read again to sign, so a hash would not do.
 */
export function sealSecret({ current }: KeyRing, secretId: string, secret: string): SealedSecret {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(current), iv);
  cipher.setAAD(Buffer.from(secretId));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  const sealed = Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
  return { sealed, keyVersion: current.version };
}

/** @throws UnreadableSecretError */
export function openSecret(
  { keys }: KeyRing,
  secretId: string,
  { sealed, keyVersion }: SealedSecret,
): string {
  const key = keys.find(({ version }) => version === keyVersion);
  if (!key) throw new UnreadableSecretError(`No key of version ${keyVersion} is in the ring.`);
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(secretId));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new UnreadableSecretError(
      `The key of version ${keyVersion} is not the one that sealed the secret.`,
      { cause },
    );
  }
}

/** A key of its own for this use: knowledge of one discloses nothing of the tombstones. */
function sealingKey({ secret }: PseudonymKey): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'leadwarden webhook secrets', 32));
}
