import { describe, expect, test } from 'vitest';
import { hexOf, sameBytes, sha256Of } from '../../../src/domain/receipts/bytes.js';
import {
  consistencyRanges,
  foldSubtrees,
  type Hash,
  inclusionRanges,
  isConsistent,
  leafHash,
  nodeHash,
  type Range,
  rootByInclusion,
  subtreesOf,
} from '../../../src/domain/receipts/merkle-tree.js';
import { growTiles, hashInTile, tileOf } from '../../../src/domain/receipts/tiles.js';

/** The root of the empty tree. */
const EMPTY_ROOT: Hash = sha256Of();

/** The test data of Certificate Transparency: leaves, and the root of each tree of the first ones. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(new Uint8Array(Buffer.from(hex, 'hex'))));

const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of RFC 9162 section 2.1.1, word for word. */
function rootOf(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (!first) return EMPTY_ROOT;
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

const hashesOf = (ranges: readonly Range[], leaves: readonly Hash[]) =>
  ranges.map(({ from, to }) => rootOf(leaves.slice(from, to)));

const numbered = (n: number) =>
  Array.from({ length: n }, (_, nth) => leafHash(new TextEncoder().encode(`leaf ${nth}`)));

describe('the Merkle tree', () => {
  test('has the roots of the test data of RFC 6962', () => {
    expect(hexOf(EMPTY_ROOT)).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(ROOTS.map((_, nth) => hexOf(rootOf(LEAVES.slice(0, nth + 1))))).toEqual(ROOTS);
  });

  test.each([
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
  ])('proves leaf %i of %i as the test data of RFC 6962 does', (index, size, proof) => {
    expect(hashesOf(inclusionRanges(index, size), LEAVES).map(hexOf)).toEqual(proof);
  });

  test.each([
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves that %i leaves continue to %i as the test data does', (first, second, proof) => {
    expect(hashesOf(consistencyRanges(first, second), LEAVES).map(hexOf)).toEqual(proof);
  });

  test('proves each leaf of each tree up to 70, and no other leaf by the same proof', () => {
    const leaves = numbered(70);
    for (let size = 1; size <= leaves.length; size += 1) {
      const root = rootOf(leaves.slice(0, size));
      for (let index = 0; index < size; index += 1) {
        const proof = hashesOf(inclusionRanges(index, size), leaves);
        const leads = (leaf: Hash | undefined, place: { index: number; size: number }) => {
          const found = leaf && rootByInclusion(leaf, place, proof);
          return found ? sameBytes(found, root) : false;
        };
        expect(leads(leaves[index], { index, size })).toBe(true);
        expect(leads(leaves[(index + 1) % 70], { index, size })).toBe(false);
        // With as many leaves, the path alone tells where the leaf is.
        if (size > 1) expect(leads(leaves[index], { index: index ^ 1, size })).toBe(false);
        expect(leads(leaves[index], { index: size, size })).toBe(false);
      }
    }
  });

  test('proves each earlier tree of each tree up to 40, and no other one by the same proof', () => {
    const leaves = numbered(40);
    const headOf = (size: number) => ({ size, root: rootOf(leaves.slice(0, size)) });
    for (let second = 1; second <= leaves.length; second += 1) {
      for (let first = 1; first <= second; first += 1) {
        const proof = hashesOf(consistencyRanges(first, second), leaves);
        const [older, newer] = [headOf(first), headOf(second)];
        expect(isConsistent(older, newer, proof)).toBe(true);
        const other = { size: first, root: leafHash(older.root) };
        expect(isConsistent(other, newer, proof)).toBe(false);
        expect(isConsistent(older, { ...newer, root: leafHash(newer.root) }, proof)).toBe(false);
        expect(isConsistent(older, newer, [...proof, older.root])).toBe(false);
        if (proof.length > 0) expect(isConsistent(older, newer, proof.slice(1))).toBe(false);
      }
    }
  });

  test('proves nothing of an empty tree', () => {
    const empty = { size: 0, root: EMPTY_ROOT };
    expect(isConsistent(empty, { size: 1, root: EMPTY_ROOT }, [])).toBe(false);
    expect(() => consistencyRanges(0, 5)).toThrow(RangeError);
    expect(() => inclusionRanges(0, 0)).toThrow(RangeError);
  });
});

describe('tiles', () => {
  test('hold what the tree is made of, however leaves come in', () => {
    const leaves = numbered(70_000);
    const tiles = new Map<string, Uint8Array>();
    let size = 0;
    // Batches that end at the edge of a tile, before it and behind it.
    for (const count of [1, 254, 1, 1, 255, 256, 257, 1_000, 65_000, 2_975]) {
      const open = new Map(
        [0, 1, 2].flatMap((level) => {
          const tile = tiles.get(`${level}/${Math.floor(size / 256 ** (level + 1))}`);
          return tile ? [[level, tile] as const] : [];
        }),
      );
      for (const tile of growTiles(size, leaves.slice(size, size + count), open)) {
        tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
      }
      size += count;
    }
    expect(size).toBe(leaves.length);
    for (const to of [1, 255, 256, 257, 511, 512, 1_769, 65_536, 65_537, 70_000]) {
      const parts = subtreesOf({ from: 0, to }).map((subtree) => {
        const { level, index } = tileOf(subtree);
        return hashInTile(subtree, tiles.get(`${level}/${index}`) ?? new Uint8Array());
      });
      expect(hexOf(foldSubtrees(parts))).toBe(hexOf(rootOf(leaves.slice(0, to))));
    }
  });
});
