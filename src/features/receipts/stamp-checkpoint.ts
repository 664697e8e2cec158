import { randomBytes } from 'node:crypto';
import { Integer } from 'asn1js';
import { AS_SYSTEM } from '../../domain/actor.js';
import { utf8 } from '../../domain/receipts/bytes.js';
import { readStampAnswer, requestStamp } from '../../domain/receipts/timestamp.js';
import type { Database } from '../../platform/db/open.js';

/** How long an authority may take for its answer. */
const TIMEOUT_MS = 10_000;

/** Far more than a stamp with the certificates of its authority has. */
const MOST_BYTES = 65_536;

/**
 * Has the latest checkpoint stamped by the authority, unless it is stamped; of earlier ones without a stamp the receipts
 * are covered by it as well. Answers whether there was one to stamp.
 * @param patienceMs how old the checkpoint must be: meanwhile the replica that made it has it stamped
 * @throws Error if the authority is away or its answer is not valid
 */
export async function stampLatestCheckpoint(
  db: Database,
  authority: URL,
  { now, patienceMs }: { now: Date; patienceMs: number },
): Promise<boolean> {
  const latest = await db.transaction(
    (tx) => tx.receiptCheckpoint.findFirst({ orderBy: { size: 'desc' } }),
    AS_SYSTEM,
  );
  if (latest === null || latest.token !== null) return false;
  if (now.getTime() - latest.signedAt.getTime() < patienceMs) return false;
  const { size, note } = latest;
  const { token, stamp } = await askAuthority(authority, utf8(note));
  await db.transaction(
    (tx) =>
      tx.receiptCheckpoint.updateMany({
        where: { size, token: null },
        data: { token: new Uint8Array(token), stampedAt: stamp.at },
      }),
    AS_SYSTEM,
  );
  return true;
}

/** Asks over HTTP, as RFC 3161 section 3.4 says. */
async function askAuthority(authority: URL, stamped: Uint8Array) {
  // Positive, as some authorities take no other.
  const nonce = Integer.fromBigInt(randomBytes(8).readBigUInt64BE() >> 1n);
  const response = await fetch(authority, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(requestStamp(stamped, nonce).bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`The authority answered with status ${response.status}.`);
  const answer = new Uint8Array(await response.arrayBuffer());
  if (answer.length > MOST_BYTES) throw new Error(`The authority sent ${answer.length} bytes.`);
  return readStampAnswer(answer, stamped, nonce);
}
