import {
  foldSubtrees,
  type Hash,
  type Range,
  type Subtree,
  subtreesOf,
} from '../../domain/receipts/merkle-tree.js';
import {
  growTiles,
  hashInTile,
  TILE_WIDTH,
  type TilePlace,
  tileOf,
} from '../../domain/receipts/tiles.js';
import type { Tx } from '../../platform/db/open.js';

/** Levels of tiles: as many as the largest position of the event log can fill. */
const TILE_LEVELS = 7;

/** Appends leaves to the tree of `size` leaves. The caller holds the lock of the log. */
export async function appendLeaves(tx: Tx, size: number, leaves: readonly Hash[]): Promise<void> {
  const places = Array.from({ length: TILE_LEVELS }, (_, level) => ({
    level,
    index: Math.floor(size / TILE_WIDTH ** (level + 1)),
  }));
  const tiles = await readTiles(tx, places);
  const open = new Map(
    places.flatMap(({ level, index }) => {
      const tile = tiles.get(nameOf({ level, index }));
      return tile ? [[level, tile] as const] : [];
    }),
  );
  for (const { level, index, hashes } of growTiles(size, leaves, open)) {
    const bytes = new Uint8Array(hashes);
    await tx.receiptTile.upsert({
      where: { level_index: { level, index } },
      create: { level, index, hashes: bytes },
      update: { hashes: bytes },
    });
  }
}

/** The hash over each of these ranges of leaves, read from as many tiles as the tree has levels. */
export async function readHashes(tx: Tx, ranges: readonly Range[]): Promise<Hash[]> {
  const subtrees = ranges.map(subtreesOf);
  const tiles = await readTiles(tx, subtrees.flat().map(tileOf));
  const hashOf = (subtree: Subtree): Hash => {
    const tile = tiles.get(nameOf(tileOf(subtree)));
    if (!tile) throw new Error(`The receipt log has lost the tile ${nameOf(tileOf(subtree))}.`);
    return hashInTile(subtree, tile);
  };
  return subtrees.map((parts) => foldSubtrees(parts.map(hashOf)));
}

async function readTiles(tx: Tx, places: readonly TilePlace[]): Promise<Map<string, Uint8Array>> {
  const wanted = [...new Map(places.map((place) => [nameOf(place), place])).values()];
  const tiles = await tx.receiptTile.findMany({
    where: { OR: wanted.map(({ level, index }) => ({ level, index })) },
  });
  return new Map(
    tiles.map(({ level, index, hashes }) => [nameOf({ level, index: Number(index) }), hashes]),
  );
}

function nameOf({ level, index }: TilePlace): string {
  return `${level}/${index}`;
}
