import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { AS_SYSTEM } from '../../domain/actor.js';
import { hexOf, sameBytes, toBase64, utf8 } from '../../domain/receipts/bytes.js';
import { canonicalJson, type Json } from '../../domain/receipts/canonical-json.js';
import { readCheckpointNote, signerOf } from '../../domain/receipts/checkpoint.js';
import { type Hash, leafHash, nodeHash } from '../../domain/receipts/merkle-tree.js';
import {
  discloseReceipt,
  type ReadReceipt,
  readReceipt,
} from '../../domain/receipts/read-receipt.js';
import { RECEIPT_KINDS } from '../../domain/receipts/receipt.js';
import type { ReceiptKey } from '../../domain/receipts/receipt-keys.js';
import { hashInTile, tileOf } from '../../domain/receipts/tiles.js';
import type { Receipt, ReceiptCheckpoint } from '../../platform/db/generated/prisma/client.js';
import type { Database, Tx } from '../../platform/db/open.js';
import { readReceiptKeys } from './make-document.js';
import { readHashes } from './receipt-tree.js';

export interface ReceiptReport {
  /** Receipts that were verified: all of the log, or those before its first fault. */
  readonly receipts: number;
  readonly checkpoints: number;
  readonly unsigned: number;
  /** When the oldest draft was written. */
  readonly unsignedSince: Date | null;
  /** The first fault; null if there is none. */
  readonly broken: string | null;
}

const PAGE_SIZE = 500;
const TIMEOUT_MS = 60 * 60_000;

/**
 * Verifies the log of receipts from its first leaf: each row against its signature, its leaf, its disclosed values and
 * its event, and the tree over all leaves against its tiles and each checkpoint. Reads one snapshot.
 */
export function verifyReceiptLog(db: Database): Promise<ReceiptReport> {
  return db.transaction(verifyIn, {
    ...AS_SYSTEM,
    isolationLevel: 'RepeatableRead',
    timeoutMs: TIMEOUT_MS,
  });
}

async function verifyIn(tx: Tx): Promise<ReceiptReport> {
  const drafts = await tx.receipt.aggregate({
    where: { leafIndex: null },
    _count: true,
    _min: { occurredAt: true },
  });
  const backlog = { unsigned: drafts._count, unsignedSince: drafts._min.occurredAt };
  const keys = await readReceiptKeys(tx);
  const checkpoints = await tx.receiptCheckpoint.findMany({ orderBy: { size: 'asc' } });
  const log = await tx.receiptLog.findUnique({ where: { id: 1 } });
  const told = { ...backlog, checkpoints: checkpoints.length };
  if (!log) return { ...told, receipts: 0, broken: 'the row of the log is missing' };
  const tree = createTree();
  const waiting = [...checkpoints];
  const isSigned = createVerifier(keys);
  for (;;) {
    const page = await readPage(tx, tree.size);
    for (const row of page) {
      const broken = await rowProblem(row, { tree, origin: log.origin, isSigned });
      if (broken) return { ...told, receipts: tree.size, broken };
      tree.add(leafHash(utf8(row.jws ?? '')));
      while (waiting[0] && Number(waiting[0].size) === tree.size) {
        const problem = checkpointProblem(waiting.shift(), { tree, origin: log.origin, keys });
        if (problem) return { ...told, receipts: tree.size, broken: problem };
      }
    }
    if (page.length < PAGE_SIZE) break;
  }
  const broken =
    headProblem({ tree, log, waiting, checkpoints }) ??
    (await tilesProblem(tx, tree)) ??
    (await missingProblem(tx));
  return { ...told, receipts: tree.size, broken };
}

/** A signed row with what it is compared with. */
interface Row extends Receipt {
  /** The leaf as the tree has it; null if its tile is missing. */
  readonly leaf: Uint8Array | null;
  readonly event: {
    readonly position: number;
    readonly epoch: string;
    readonly version: number;
    readonly payload: Json;
    readonly same: boolean;
  } | null;
  /** Whether the log no longer keeps events of that position. */
  readonly firstKept: number;
}

async function readPage(tx: Tx, after: number): Promise<Row[]> {
  const rows = await tx.receipt.findMany({
    where: { leafIndex: { gte: after } },
    orderBy: { leafIndex: 'asc' },
    take: PAGE_SIZE,
  });
  const ids = rows.map(({ id }) => id);
  const events = await tx.$queryRaw<(NonNullable<Row['event']> & { id: string })[]>`
    SELECT event.id, event.position::float8 AS position, event_log.epoch, event.version, event.payload,
      (event.type, event.occurred_at, event.lead_id, event.owner_id, event.actor_id, event.territory)
        IS NOT DISTINCT FROM (receipt.kind, receipt.occurred_at, receipt.lead_id, receipt.owner_id, receipt.actor_id,
          receipt.territory) AS same
    FROM domain_event AS event JOIN receipt ON receipt.id = event.id CROSS JOIN event_log
    WHERE event.id = ANY(${ids}::uuid[])`;
  const eventOf = new Map(events.map((event) => [event.id, event]));
  const log = await tx.eventLog.findUniqueOrThrow({ where: { id: 1 } });
  const wanted = new Set(rows.map(({ leafIndex }) => tileOf(leafAt(Number(leafIndex))).index));
  const tiles = await tx.receiptTile.findMany({
    where: { level: 0, index: { in: [...wanted] } },
  });
  const tileAt = new Map(tiles.map(({ index, hashes }) => [Number(index), hashes]));
  return rows.map((row) => {
    const place = leafAt(Number(row.leafIndex));
    const tile = tileAt.get(tileOf(place).index);
    return {
      ...row,
      leaf: tile ? leafIn(tile, Number(row.leafIndex)) : null,
      event: eventOf.get(row.id) ?? null,
      firstKept: Number(log.firstPosition),
    };
  });
}

const leafAt = (index: number) => ({ level: 0, index });

function leafIn(tile: Uint8Array, index: number): Uint8Array | null {
  try {
    return hashInTile(leafAt(index), tile);
  } catch {
    return null;
  }
}

interface Known {
  readonly tree: Tree;
  readonly origin: string;
}

async function rowProblem(
  row: Row,
  { tree, origin, isSigned }: Known & { isSigned: (receipt: ReadReceipt) => boolean },
): Promise<string | null> {
  const at = `leaf ${tree.size}`;
  if (Number(row.leafIndex) !== tree.size) {
    return `${at} is missing; the next one is ${row.leafIndex}`;
  }
  const what = `${at} (receipt ${row.id})`;
  try {
    const receipt = readReceipt(row.jws ?? '');
    if (!isSigned(receipt)) return `${what} has no valid signature`;
    if (row.leaf === null || !sameBytes(row.leaf, leafHash(utf8(row.jws ?? '')))) {
      return `${what} is not the one that the tree was made of`;
    }
    discloseReceipt(receipt, row.disclosures);
    const difference = differenceOf(row, receipt, origin);
    return difference === null ? null : `${what} does not say what its ${difference} says`;
  } catch (error) {
    return `${what} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

/** What the signed receipt contradicts: its row or its event. */
function differenceOf(row: Row, { facts }: ReadReceipt, origin: string): string | null {
  const signed = [
    facts.id,
    facts.kind,
    facts.leadId,
    facts.ownerId,
    facts.actorId,
    facts.at.toISOString(),
    facts.origin,
    facts.policy.version,
  ];
  const stored = [
    row.id,
    row.kind,
    row.leadId,
    row.ownerId,
    row.actorId,
    row.occurredAt.toISOString(),
    origin,
    row.policyVersion || facts.policy.version,
  ];
  if (canonicalJson(signed) !== canonicalJson(stored)) return 'row';
  const { event } = row;
  if (event === null) return facts.position >= row.firstKept ? 'event, which is missing,' : null;
  const isSame =
    event.same &&
    (event.epoch !== facts.epoch || event.position === facts.position) &&
    event.version === facts.eventVersion &&
    canonicalJson(event.payload) === canonicalJson(facts.facts);
  return isSame ? null : 'event';
}

/** By OpenSSL, which is many times as fast as the verifier that also runs in browsers. */
function createVerifier(keys: readonly ReceiptKey[]) {
  const known = new Map<string, KeyObject>(
    keys.map(({ kid, x }) => [
      kid,
      createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    ]),
  );
  return ({ jws: { header, signed, signature } }: ReadReceipt): boolean => {
    const key = known.get(header.kid);
    return key !== undefined && verify(null, utf8(signed), key, signature);
  };
}

/** The roots of the tree while it grows: the roots of its complete subtrees, the largest first. */
interface Tree {
  readonly size: number;
  add(leaf: Hash): void;
  /** Of a tree with leaves. */
  root(): Hash;
}

function createTree(): Tree {
  let size = 0;
  const peaks: Hash[] = [];
  return {
    get size() {
      return size;
    },
    add(leaf) {
      let hash = leaf;
      for (let n = size; n % 2 === 1; n = (n - 1) / 2) hash = nodeHash(peaks.pop() ?? hash, hash);
      peaks.push(hash);
      size += 1;
    },
    root: () => peaks.reduceRight((right, left) => nodeHash(left, right)),
  };
}

function checkpointProblem(
  row: ReceiptCheckpoint | undefined,
  { tree, origin, keys }: Known & { keys: readonly ReceiptKey[] },
): string | null {
  if (!row) return null;
  const what = `the checkpoint of ${tree.size} receipts`;
  try {
    const checkpoint = readCheckpointNote(row.note);
    if (checkpoint.origin !== origin || checkpoint.size !== tree.size) return `${what} is another`;
    if (signerOf(checkpoint, keys)?.kid !== row.kid) return `${what} has no valid signature`;
    if (sameBytes(checkpoint.root, tree.root())) return null;
    return `${what} has the root ${toBase64(checkpoint.root)}, but the receipts have ${toBase64(tree.root())}`;
  } catch (error) {
    return `${what} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

function headProblem({
  tree,
  log,
  waiting,
  checkpoints,
}: {
  tree: Tree;
  log: { leaves: bigint; sealed: bigint };
  waiting: readonly ReceiptCheckpoint[];
  checkpoints: readonly ReceiptCheckpoint[];
}): string | null {
  const [cutOff] = waiting;
  if (cutOff) return `the last receipts are missing: a checkpoint covers ${cutOff.size}`;
  if (Number(log.leaves) !== tree.size) {
    return `the log counts ${log.leaves} receipts, but there are ${tree.size}`;
  }
  const sealed = checkpoints.at(-1)?.size ?? 0n;
  return log.sealed === sealed ? null : `the log is sealed up to ${log.sealed}, not ${sealed}`;
}

/** Proofs are read from the tiles. */
async function tilesProblem(tx: Tx, tree: Tree): Promise<string | null> {
  if (tree.size === 0) return null;
  try {
    const [root] = await readHashes(tx, [{ from: 0, to: tree.size }]);
    if (root && sameBytes(root, tree.root())) return null;
    return `the tiles lead to another root than ${hexOf(tree.root())}`;
  } catch (error) {
    return `the tiles cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

/** Events since the first receipt that should have one. */
async function missingProblem(tx: Tx): Promise<string | null> {
  const [missing] = await tx.$queryRaw<{ id: string; type: string }[]>`
    SELECT id, type FROM domain_event
    WHERE type = ANY(${[...RECEIPT_KINDS]}::text[])
      AND seq > (SELECT min(seq) FROM domain_event WHERE id IN (SELECT id FROM receipt))
      AND NOT EXISTS (SELECT FROM receipt WHERE receipt.id = domain_event.id)
    ORDER BY seq LIMIT 1`;
  return missing ? `the event ${missing.id} (${missing.type}) has no receipt` : null;
}
