import { createHmac } from 'node:crypto';
import type { KeyRing, PseudonymKey } from './key-ring.js';

/**
 * The keyed hash that remains of an e-mail address or a phone number after its erasure: enough to recognise it when
 * it comes again, and meaningless without the key. 64 hexadecimal digits. `value` is normalised: a folded address or
 * an E.164 number.
 */
export function tombstone(key: PseudonymKey, value: string): string {
  return createHmac('sha256', key.secret).update(value, 'utf8').digest('hex');
}

/** Every tombstone that a value may have been given, under the current key and the older ones. */
export function matchTombstones(keyRing: KeyRing, value: string): string[] {
  return keyRing.keys.map((key) => tombstone(key, value));
}
