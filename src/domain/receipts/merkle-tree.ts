import { sameBytes, sha256Of } from './bytes.js';

/** A SHA-256 hash. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf, RFC 9162 section 2.1.1. */
export function leafHash(leaf: Uint8Array): Hash {
  return sha256Of(LEAF, leaf);
}

/** The hash over two subtrees. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256Of(NODE, left, right);
}

/** Leaves `[from, to)`; of a tree their hash is one node, be it complete or not. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A complete subtree: the `index`-th of those with `2 ** level` leaves. Level 0 are the leaves. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** The largest power of two below `n`, which is 2 or more: where RFC 9162 divides `n` leaves. */
function splitOf(n: number): number {
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}

/** The complete subtrees that a range consists of, from left to right. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/** The hash of a range by the hashes of its `subtreesOf`. @throws RangeError if there are none */
export function foldSubtrees(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (!last) throw new RangeError('A range without leaves has no hash.');
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/**
 * The ranges whose hashes are the inclusion proof of a leaf, from the bottom up: RFC 9162 section 2.1.3.1.
 * @throws RangeError if the tree has no such leaf
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) {
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
  }
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
    }
  }
  return path;
}

/**
 * The ranges whose hashes are the proof that a tree of `second` leaves begins with the one of `first`: RFC 9162
 * section 2.1.4.1.
 * @throws RangeError unless 0 < first <= second
 */
export function consistencyRanges(first: number, second: number): Range[] {
  if (!(first > 0 && first <= second)) {
    throw new RangeError(`There is no proof from ${first} to ${second} leaves.`);
  }
  const proof: Range[] = [];
  let [from, to] = [0, second];
  let known = true;
  while (first < to) {
    const middle = from + splitOf(to - from);
    if (first <= middle) {
      proof.unshift({ from: middle, to });
      to = middle;
    } else {
      proof.unshift({ from, to: middle });
      from = middle;
      known = false;
    }
  }
  return known ? proof : [{ from, to }, ...proof];
}

/** The root that an inclusion proof leads to, RFC 9162 section 2.1.3.2; null if the proof does not fit the tree. */
export function rootByInclusion(
  leaf: Hash,
  { index, size }: { readonly index: number; readonly size: number },
  proof: readonly Hash[],
): Hash | null {
  if (!isCount(size) || !isCount(index) || index >= size) return null;
  let [node, last] = [index, size - 1];
  let root = leaf;
  for (const hash of proof) {
    if (last === 0 || hash.length !== HASH_BYTES) return null;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(hash, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      root = nodeHash(root, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? root : null;
}

/** The head of a tree. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** Whether the proof shows that the second tree begins with the leaves of the first: RFC 9162 section 2.1.4.2. */
export function isConsistent(first: TreeHead, second: TreeHead, proof: readonly Hash[]): boolean {
  if (!isCount(first.size) || !isCount(second.size) || first.size === 0) return false;
  if (first.size > second.size || proof.some(({ length }) => length !== HASH_BYTES)) return false;
  if (first.size === second.size) return proof.length === 0 && sameBytes(first.root, second.root);
  // A first tree that is complete is a node of the second, which the proof leaves out.
  const path = isPowerOfTwo(first.size) ? [first.root, ...proof] : [...proof];
  const [start, ...rest] = path;
  if (!start || proof.length === 0) return false;
  let [node, last] = [first.size - 1, second.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [ofFirst, ofSecond] = [start, start];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      ofFirst = nodeHash(hash, ofFirst);
      ofSecond = nodeHash(hash, ofSecond);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      ofSecond = nodeHash(ofSecond, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(ofFirst, first.root) && sameBytes(ofSecond, second.root);
}

const half = (n: number): number => Math.floor(n / 2);

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function isPowerOfTwo(n: number): boolean {
  return n > 0 && Number.isInteger(Math.log2(n));
}
