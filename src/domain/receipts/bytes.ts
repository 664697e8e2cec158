import { sha256 } from '@noble/hashes/sha2.js';
import { base64, base64urlnopad } from '@scure/base';

/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** @throws TypeError if the bytes are no UTF-8 */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** SHA-256 of the parts, one after the other. */
export function sha256Of(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const toBase64 = (bytes: Uint8Array): string => base64.encode(bytes);
export const toBase64Url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);

/**
 * Refuses each spelling but the one that `toBase64` writes: bits beyond the last byte must be zero.
 * @throws Error if the text is none
 */
export const fromBase64 = (text: string): Uint8Array => base64.decode(text);

/**
 * As {@link fromBase64}, for base64url without padding.
 * @throws Error if the text is none
 */
export const fromBase64Url = (text: string): Uint8Array => base64urlnopad.decode(text);
