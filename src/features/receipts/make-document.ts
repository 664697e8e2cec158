import { toBase64 } from '../../domain/receipts/bytes.js';
import { readCheckpointNote, signerOf } from '../../domain/receipts/checkpoint.js';
import type { ConsistencyDocument, ReceiptDocument } from '../../domain/receipts/document.js';
import { consistencyRanges, inclusionRanges } from '../../domain/receipts/merkle-tree.js';
import { RECEIPT_TYPE } from '../../domain/receipts/receipt.js';
import { type ReceiptKey, readReceiptKey } from '../../domain/receipts/receipt-keys.js';
import { readJws } from '../../domain/receipts/sd-jwt.js';
import { writeTlogProof } from '../../domain/receipts/tlog-proof.js';
import type { Receipt, ReceiptCheckpoint } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { readHashes } from './receipt-tree.js';

export type SignedReceipt = Pick<Receipt, 'leafIndex' | 'jws' | 'disclosures'>;

/** A receipt with its proof, as far as there is one; null until it is signed. */
export async function makeReceiptDocument(
  tx: Tx,
  { leafIndex, jws, disclosures }: SignedReceipt,
): Promise<ReceiptDocument | null> {
  if (leafIndex === null || jws === null) return null;
  const keys = await readReceiptKeys(tx);
  const { kid } = readJws(jws, RECEIPT_TYPE).header;
  const checkpoint = await provingCheckpoint(tx, leafIndex);
  const document = { receipt: jws, disclosures };
  if (!checkpoint) {
    const used = keys.filter((key) => key.kid === kid);
    return { ...document, keys: used, proof: null, timestamp: null };
  }
  const { note, token } = checkpoint;
  const signer = signerOf(readCheckpointNote(note), keys);
  const index = Number(leafIndex);
  const hashes = await readHashes(tx, inclusionRanges(index, Number(checkpoint.size)));
  return {
    ...document,
    keys: keys.filter((key) => key.kid === kid || key.kid === signer?.kid),
    proof: writeTlogProof({ index, hashes, checkpoint: note }),
    timestamp: token && toBase64(token),
  };
}

/** The first checkpoint with a stamp that covers the leaf; without one, the first that covers it. */
async function provingCheckpoint(tx: Tx, leafIndex: bigint): Promise<ReceiptCheckpoint | null> {
  const covering = { size: { gt: leafIndex } };
  const orderBy = { size: 'asc' } as const;
  const stamped = { ...covering, token: { not: null } };
  return (
    (await tx.receiptCheckpoint.findFirst({ where: stamped, orderBy })) ??
    tx.receiptCheckpoint.findFirst({ where: covering, orderBy })
  );
}

/**
 * The proof that the checkpoint over `second` receipts continues the one over `first`; null if there is no such
 * checkpoint.
 * @param second the latest one if left out
 */
export async function makeConsistencyDocument(
  tx: Tx,
  first: number,
  second: number | null,
): Promise<ConsistencyDocument | null> {
  const [older, newer] = await Promise.all([
    tx.receiptCheckpoint.findUnique({ where: { size: first } }),
    second === null
      ? tx.receiptCheckpoint.findFirst({ orderBy: { size: 'desc' } })
      : tx.receiptCheckpoint.findUnique({ where: { size: second } }),
  ]);
  if (!older || !newer || older.size > newer.size) return null;
  const keys = await readReceiptKeys(tx);
  return {
    first: older.note,
    second: newer.note,
    hashes: await readHashes(tx, consistencyRanges(first, Number(newer.size))),
    keys: keys.filter(({ kid }) => kid === older.kid || kid === newer.kid),
  };
}

/** Each key that ever signed, the oldest first. */
export async function readReceiptKeys(tx: Tx): Promise<ReceiptKey[]> {
  const keys = await tx.receiptKey.findMany({ orderBy: [{ firstUsedAt: 'asc' }, { kid: 'asc' }] });
  return keys.map(({ kid, x }) => readReceiptKey({ kty: 'OKP', crv: 'Ed25519', x, kid }));
}
