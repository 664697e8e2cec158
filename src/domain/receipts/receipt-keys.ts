import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64Url, hexOf, sha256Of, toBase64Url, utf8 } from './bytes.js';
import { canonicalJson, type Json } from './canonical-json.js';

/** The public part of a key that receipts are signed with, as a JWK (RFC 8037). */
export interface ReceiptKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The key, in base64url. */
  readonly x: string;
  /** The thumbprint of the key after RFC 7638. */
  readonly kid: string;
}

/** The key of these 32 bytes. */
export function receiptKeyOf(publicBytes: Uint8Array): ReceiptKey {
  const x = toBase64Url(publicBytes);
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprintOf(x) };
}

function thumbprintOf(x: string): string {
  return toBase64Url(sha256Of(utf8(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))));
}

/**
 * Reads a key, whose id must be its thumbprint.
 * @throws SyntaxError if it is none
 */
export function readReceiptKey(value: Json): ReceiptKey {
  if (typeof value === 'object' && value !== null && 'x' in value && typeof value.x === 'string') {
    const bytes = bytesOf(value.x);
    if (bytes?.length === 32) {
      const key = receiptKeyOf(bytes);
      if (canonicalJson({ ...key }) === canonicalJson(value)) return key;
    }
  }
  throw new SyntaxError('A key is no Ed25519 key with its RFC 7638 thumbprint as the id.');
}

function bytesOf(text: string): Uint8Array | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

/** The fingerprint that is printed on documents: SHA-256 of the key's RFC 7638 form, in groups of four digits. */
export function fingerprintOf({ kid }: Pick<ReceiptKey, 'kid'>): string {
  return (hexOf(fromBase64Url(kid)).match(/.{1,4}/g) ?? []).join(' ');
}

/** Whether the key has signed the message: RFC 8032, without the leniency of ZIP 215. */
export function isSignedBy({ x }: ReceiptKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    return ed25519.verify(signature, message, fromBase64Url(x), { zip215: false });
  } catch {
    return false;
  }
}
