import { HASH_BYTES, type Hash, nodeHash, type Subtree } from './merkle-tree.js';

/** Levels of the tree that a tile spans, as in C2SP tlog-tiles: a full tile has 256 hashes. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

/** A tile: the hashes of `TILE_WIDTH` neighbouring subtrees of level `level * TILE_HEIGHT`. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** The tile that holds what a complete subtree is made of. */
export function tileOf({ level, index }: Subtree): TilePlace {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const width = 2 ** (level - tileLevel * TILE_HEIGHT);
  return { level: tileLevel, index: Math.floor((index * width) / TILE_WIDTH) };
}

/**
 * The hash of a complete subtree by the hashes of its tile, one after the other.
 * @throws RangeError if the tile is too short for it
 */
export function hashInTile({ level, index }: Subtree, tile: Uint8Array): Hash {
  const width = 2 ** (level % TILE_HEIGHT);
  const start = (index * width) % TILE_WIDTH;
  if (tile.length < (start + width) * HASH_BYTES) {
    throw new RangeError(`A tile of ${tile.length} bytes ends before the subtree at ${start}.`);
  }
  let hashes = Array.from({ length: width }, (_, nth) => hashAt(tile, start + nth));
  while (hashes.length > 1) hashes = pairs(hashes);
  return hashes[0] ?? hashAt(tile, start);
}

function hashAt(tile: Uint8Array, nth: number): Hash {
  return tile.subarray(nth * HASH_BYTES, (nth + 1) * HASH_BYTES);
}

function pairs(hashes: readonly Hash[]): Hash[] {
  return hashes.flatMap((left, at) => {
    const right = at % 2 === 0 ? hashes[at + 1] : undefined;
    return right ? [nodeHash(left, right)] : [];
  });
}

/** Leaves that were appended to the tree, by the tiles that they change. */
export interface GrownTile extends TilePlace {
  readonly hashes: Uint8Array;
}

/**
 * The tiles that change when leaves are appended.
 * @param size leaves before
 * @param open the last tile of each level, if it is not full
 */
export function growTiles(
  size: number,
  leaves: readonly Hash[],
  open: ReadonlyMap<number, Uint8Array>,
): GrownTile[] {
  const grown: GrownTile[] = [];
  let added = leaves;
  for (let level = 0, count = size; added.length > 0; level += 1) {
    const next: Hash[] = [];
    let at = 0;
    while (at < added.length) {
      const filled = count % TILE_WIDTH;
      const before = at === 0 && filled > 0 ? open.get(level) : new Uint8Array();
      if (before?.length !== filled * HASH_BYTES) {
        throw new RangeError(`Level ${level} of the tree has ${count} hashes, but another tile.`);
      }
      const taken = added.slice(at, at + TILE_WIDTH - filled);
      const hashes = joined([before, ...taken]);
      grown.push({ level, index: Math.floor(count / TILE_WIDTH), hashes });
      if (hashes.length === TILE_WIDTH * HASH_BYTES) {
        next.push(hashOfFullTile(hashes));
      }
      at += taken.length;
      count += taken.length;
    }
    added = next;
    count = Math.floor(size / TILE_WIDTH ** (level + 1));
  }
  return grown;
}

function hashOfFullTile(tile: Uint8Array): Hash {
  let hashes = Array.from({ length: TILE_WIDTH }, (_, nth) => hashAt(tile, nth));
  while (hashes.length > 1) hashes = pairs(hashes);
  return hashes[0] ?? tile;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
