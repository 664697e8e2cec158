import { fromBase64, sameBytes, utf8 } from './bytes.js';
import { readCheckpointNote, type SignedCheckpoint, signerOf } from './checkpoint.js';
import {
  type ConsistencyDocument,
  type ReadDocument,
  type ReceiptDocument,
  readDocument,
} from './document.js';
import { isConsistent, leafHash, rootByInclusion } from './merkle-tree.js';
import { type Disclosed, discloseReceipt, type ReadReceipt, readReceipt } from './read-receipt.js';
import type { ReceiptKey } from './receipt-keys.js';
import { isJwsValid } from './sd-jwt.js';
import { readTlogProof } from './tlog-proof.js';

/** What is verified, in this order. */
export const CHECK_NAMES = [
  'FORM',
  'SIGNATURE',
  'COMMITMENTS',
  'CHECKPOINT',
  'INCLUSION',
  'CONSISTENCY',
  'TIMESTAMP',
  'KEPT_CHECKPOINT',
  'KEYS',
] as const;

export type CheckName = (typeof CHECK_NAMES)[number];

export interface Check {
  readonly name: CheckName;
  /** ABSENT: there is nothing to verify it by, so it is not proved. */
  readonly state: 'OK' | 'FAILED' | 'ABSENT';
  /** The reason for which it failed, in English. */
  readonly why?: string;
}

/** What an authority has stamped. */
export interface Stamp {
  readonly at: Date;
  /** The name of the authority, as its certificate says. */
  readonly authority: string;
}

export interface Verification {
  /** SEALED: the receipt is in the log. PROVISIONAL: it is signed, but no proof of the log is with it. */
  readonly verdict: 'SEALED' | 'PROVISIONAL' | 'CONSISTENT' | 'FAILED';
  readonly checks: readonly Check[];
  readonly receipt: ReadReceipt | null;
  readonly disclosed: Disclosed;
  readonly keys: readonly ReceiptKey[];
  readonly checkpoint: SignedCheckpoint | null;
  readonly stamp: Stamp | null;
}

/** Knowledge from elsewhere to verify by. */
export interface Knowledge {
  /** A checkpoint that was kept, such as a mailed one. */
  readonly checkpoint?: string | null;
  /** Ids of the keys that are trusted. */
  readonly trustedKeys?: readonly string[] | null;
  /** Verifies a TimeStampToken of a text. @throws Error if it is not valid */
  readonly verifyTimestamp: (token: Uint8Array, stamped: Uint8Array) => Promise<Stamp>;
}

const NOTHING = { receipt: null, disclosed: {}, keys: [], checkpoint: null, stamp: null } as const;

/** Verifies a document from its text: each byte of it plays a part. */
export async function verifyDocument(text: string, knowledge: Knowledge): Promise<Verification> {
  let document: ReadDocument;
  try {
    document = readDocument(text);
  } catch (error) {
    return { verdict: 'FAILED', checks: [failed('FORM', error)], ...NOTHING };
  }
  return document.kind === 'RECEIPT'
    ? verifyReceipt(document, knowledge)
    : verifyConsistency(document, knowledge);
}

async function verifyReceipt(
  document: ReceiptDocument,
  knowledge: Knowledge,
): Promise<Verification> {
  const checks: Check[] = [];
  const run = createRun(checks);
  const receipt = run('FORM', () => readReceipt(document.receipt));
  if (!receipt) return { verdict: 'FAILED', checks, ...NOTHING };
  const { keys } = document;
  run('SIGNATURE', () => {
    if (!isJwsValid(receipt.jws, keys)) throw new Error('No key of the document has signed it.');
  });
  const disclosed = run('COMMITMENTS', () => discloseReceipt(receipt, document.disclosures)) ?? {};
  if (document.disclosures.length === 0) absent(checks, 'COMMITMENTS');
  const { proof } = document;
  const checkpoint =
    proof === null
      ? absent(checks, 'CHECKPOINT')
      : run('CHECKPOINT', () => {
          const signed = readSigned(readTlogProof(proof).checkpoint, keys);
          if (signed.origin === receipt.facts.origin) return signed;
          throw new Error('The checkpoint is that of another log.');
        });
  if (proof === null || !checkpoint) absent(checks, 'INCLUSION');
  else {
    run('INCLUSION', () => {
      const { index, hashes } = readTlogProof(proof);
      const { size, root } = checkpoint;
      const found = rootByInclusion(leafHash(utf8(document.receipt)), { index, size }, hashes);
      if (found && sameBytes(found, root)) return;
      throw new Error('The proof does not lead from the receipt to the root of the checkpoint.');
    });
  }
  const stamp = await verifyStamp(document, checks, knowledge);
  const points = checkpoint ? [checkpoint] : [];
  verifyKept(checks, points, knowledge);
  const signers = points.map((point) => signerOf(point, keys)?.kid ?? '');
  verifyKeys(checks, keys, [receipt.jws.header.kid, ...signers], knowledge);
  const told = { receipt, disclosed, keys, checkpoint: checkpoint ?? null, stamp };
  return { verdict: verdictOf(checks, checkpoint ? 'SEALED' : 'PROVISIONAL'), checks, ...told };
}

function verifyConsistency(document: ConsistencyDocument, knowledge: Knowledge): Verification {
  const checks: Check[] = [{ name: 'FORM', state: 'OK' }];
  const run = createRun(checks);
  const { first, second, hashes, keys } = document;
  const points = run('CHECKPOINT', () => [first, second].map((note) => readSigned(note, keys)));
  const [older, newer] = points ?? [];
  if (older && newer) {
    run('CONSISTENCY', () => {
      if (older.origin !== newer.origin) throw new Error('They are checkpoints of two logs.');
      if (isConsistent(older, newer, hashes)) return;
      throw new Error('The second checkpoint does not continue the first.');
    });
  }
  verifyKept(checks, points ?? [], knowledge);
  const signers = (points ?? []).map((point) => signerOf(point, keys)?.kid ?? '');
  verifyKeys(checks, keys, signers, knowledge);
  const checkpoint = newer ?? null;
  return { ...NOTHING, verdict: verdictOf(checks, 'CONSISTENT'), checks, keys, checkpoint };
}

function readSigned(note: string, keys: readonly ReceiptKey[]): SignedCheckpoint {
  const checkpoint = readCheckpointNote(note);
  if (signerOf(checkpoint, keys)) return checkpoint;
  throw new Error('No key of the document has signed the checkpoint.');
}

async function verifyStamp(
  { proof, timestamp }: ReceiptDocument,
  checks: Check[],
  { verifyTimestamp }: Knowledge,
): Promise<Stamp | null> {
  if (timestamp === null) return absent(checks, 'TIMESTAMP');
  try {
    if (proof === null) throw new Error('There is a stamp, but nothing that it stamps.');
    const stamped = utf8(readTlogProof(proof).checkpoint);
    const stamp = await verifyTimestamp(fromBase64(timestamp), stamped);
    checks.push({ name: 'TIMESTAMP', state: 'OK' });
    return stamp;
  } catch (error) {
    checks.push(failed('TIMESTAMP', error));
    return null;
  }
}

/** Whether a checkpoint that was kept elsewhere is one of these. */
function verifyKept(
  checks: Check[],
  points: readonly SignedCheckpoint[],
  { checkpoint: kept }: Knowledge,
): void {
  if (!kept) return void absent(checks, 'KEPT_CHECKPOINT');
  createRun(checks)('KEPT_CHECKPOINT', () => {
    // Mails and editors change the ends of lines.
    const note = `${kept.replaceAll('\r\n', '\n').trim()}\n`;
    const { body, size, origin } = readCheckpointNote(note);
    if (points.some((point) => point.body === body)) return;
    const other = points.find((point) => point.origin === origin && point.size === size);
    throw new Error(
      other
        ? `The log has shown two different trees of ${size} receipts.`
        : `The kept checkpoint of ${size} receipts is none of this document: a consistency proof leads to it.`,
    );
  });
}

/** Each key of the document has signed something in it, and is trusted if trust is given. */
function verifyKeys(
  checks: Check[],
  keys: readonly ReceiptKey[],
  used: readonly string[],
  { trustedKeys }: Knowledge,
): void {
  const unused = keys.find(
    ({ kid }, at) => !used.includes(kid) || kidsOf(keys).indexOf(kid) !== at,
  );
  if (unused) {
    checks.push(failed('KEYS', new Error(`The key ${unused.kid} has signed nothing here.`)));
    return;
  }
  if (!trustedKeys) return void absent(checks, 'KEYS');
  const unknown = keys.find(({ kid }) => !trustedKeys.includes(kid));
  if (!unknown) checks.push({ name: 'KEYS', state: 'OK' });
  else checks.push(failed('KEYS', new Error(`The key ${unknown.kid} is not a trusted one.`)));
}

const kidsOf = (keys: readonly ReceiptKey[]): string[] => keys.map(({ kid }) => kid);

function verdictOf<Good extends string>(checks: readonly Check[], good: Good): Good | 'FAILED' {
  return checks.some(({ state }) => state === 'FAILED') ? 'FAILED' : good;
}

function createRun(checks: Check[]) {
  return <T>(name: CheckName, check: () => T): T | null => {
    try {
      const result = check();
      checks.push({ name, state: 'OK' });
      return result;
    } catch (error) {
      checks.push(failed(name, error));
      return null;
    }
  };
}

/** Notes that there is nothing to verify it by, in place of an OK that would say too much. */
function absent(checks: Check[], name: CheckName): null {
  const at = checks.findIndex((check) => check.name === name && check.state === 'OK');
  if (at >= 0) checks.splice(at, 1);
  checks.push({ name, state: 'ABSENT' });
  return null;
}

function failed(name: CheckName, error: unknown): Check {
  return { name, state: 'FAILED', why: error instanceof Error ? error.message : String(error) };
}
