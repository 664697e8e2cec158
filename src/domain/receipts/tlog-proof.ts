import { fromBase64, toBase64 } from './bytes.js';
import { HASH_BYTES, type Hash } from './merkle-tree.js';

/** The proof that a leaf is in the tree of a checkpoint, C2SP tlog-proof. */
export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** The signed note. */
  readonly checkpoint: string;
}

const VERSION = 'c2sp.org/tlog-proof@v1';

/** The text of a proof. */
export function writeTlogProof({ index, hashes, checkpoint }: TlogProof): string {
  return [VERSION, `index ${index}`, ...hashes.map(toBase64), '', checkpoint].join('\n');
}

const PROOF = /^c2sp\.org\/tlog-proof@v1\nindex (0|[1-9]\d{0,14})\n((?:[A-Za-z0-9+/=]+\n){0,64})\n/;

/**
 * Reads a proof without extra data, which would not be covered by any signature.
 * @throws SyntaxError if it is none
 */
export function readTlogProof(text: string): TlogProof {
  const [head, index = '', lines = ''] = PROOF.exec(text) ?? [];
  if (head === undefined) throw new SyntaxError(`The proof is none of ${VERSION}.`);
  const hashes = lines.split('\n').slice(0, -1).map(readHash);
  return { index: Number(index), hashes, checkpoint: text.slice(head.length) };
}

/** @throws SyntaxError if the text is no hash in base64 */
export function readHash(text: string): Hash {
  try {
    const hash = fromBase64(text);
    if (hash.length === HASH_BYTES) return hash;
  } catch {
    // Said below.
  }
  throw new SyntaxError(`${JSON.stringify(text.slice(0, 60))} is no SHA-256 hash in base64.`);
}
