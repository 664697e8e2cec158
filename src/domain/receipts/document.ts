import { toBase64 } from './bytes.js';
import { canonicalJson, type Json, parseCanonicalJson } from './canonical-json.js';
import type { Hash } from './merkle-tree.js';
import { memberOf } from './receipt.js';
import { type ReceiptKey, readReceiptKey } from './receipt-keys.js';
import { readHash } from './tlog-proof.js';

/** A receipt with all that it is verified by, as it is handed out: canonical JSON. */
export interface ReceiptDocument {
  /** The JWS. */
  readonly receipt: string;
  /** The values that the receipt holds as commitments, with their salts. */
  readonly disclosures: readonly string[];
  /** The keys of the signatures. Their fingerprints are compared with a copy from elsewhere. */
  readonly keys: readonly ReceiptKey[];
  /** The proof that the receipt is in the log, with the checkpoint (C2SP tlog-proof); null while it is provisional. */
  readonly proof: string | null;
  /** The stamp of an authority for the checkpoint: a TimeStampToken of RFC 3161 in base64; null without one. */
  readonly timestamp: string | null;
}

/** A proof that one checkpoint continues another, as it is handed out: canonical JSON. */
export interface ConsistencyDocument {
  /** The signed notes. */
  readonly first: string;
  readonly second: string;
  readonly hashes: readonly Hash[];
  readonly keys: readonly ReceiptKey[];
}

export const RECEIPT_FORMAT = 'leadwarden-receipt/1';
export const CONSISTENCY_FORMAT = 'leadwarden-consistency/1';

/** The text of a document. */
export function writeReceiptDocument(document: ReceiptDocument): string {
  const { receipt, disclosures, keys, proof, timestamp } = document;
  const plainKeys = keys.map((key) => ({ ...key }));
  return canonicalJson({
    format: RECEIPT_FORMAT,
    receipt,
    disclosures: [...disclosures],
    keys: plainKeys,
    proof,
    timestamp,
  });
}

/** The text of a document. */
export function writeConsistencyDocument(document: ConsistencyDocument): string {
  const { first, second, hashes, keys } = document;
  return canonicalJson({
    format: CONSISTENCY_FORMAT,
    first,
    second,
    hashes: hashes.map(toBase64),
    keys: keys.map((key) => ({ ...key })),
  });
}

export type ReadDocument =
  | ({ readonly kind: 'RECEIPT' } & ReceiptDocument)
  | ({ readonly kind: 'CONSISTENCY' } & ConsistencyDocument);

/**
 * Reads a document of either kind. One line break at its end is allowed, as editors put it there.
 * @throws SyntaxError if it is none
 */
export function readDocument(text: string): ReadDocument {
  const value = parseCanonicalJson(text.replace(/\n$/, ''));
  const format = memberOf(value, 'format');
  if (format === RECEIPT_FORMAT) return readReceiptDocument(value);
  if (format === CONSISTENCY_FORMAT) return readConsistencyDocument(value);
  throw new SyntaxError(
    `The document has the format ${canonicalJson(format ?? null).slice(0, 60)}, this program reads ${RECEIPT_FORMAT} and ${CONSISTENCY_FORMAT}.`,
  );
}

function readReceiptDocument(value: Json): ReadDocument {
  const document = {
    kind: 'RECEIPT',
    receipt: text(value, 'receipt'),
    disclosures: texts(value, 'disclosures'),
    keys: list(value, 'keys').map(readReceiptKey),
    proof: textOrNull(value, 'proof'),
    timestamp: textOrNull(value, 'timestamp'),
  } as const;
  requireNothingElse(value, writeReceiptDocument(document));
  return document;
}

function readConsistencyDocument(value: Json): ReadDocument {
  const document = {
    kind: 'CONSISTENCY',
    first: text(value, 'first'),
    second: text(value, 'second'),
    hashes: texts(value, 'hashes').map(readHash),
    keys: list(value, 'keys').map(readReceiptKey),
  } as const;
  requireNothingElse(value, writeConsistencyDocument(document));
  return document;
}

function requireNothingElse(value: Json, written: string): void {
  if (canonicalJson(value) === written) return;
  throw new SyntaxError('The document has a member that its format does not know.');
}

function text(value: Json, name: string): string {
  const member = memberOf(value, name);
  if (typeof member === 'string') return member;
  throw new SyntaxError(`The document has no text ${name}.`);
}

function textOrNull(value: Json, name: string): string | null {
  return memberOf(value, name) === null ? null : text(value, name);
}

function list(value: Json, name: string): readonly Json[] {
  const member = memberOf(value, name);
  if (Array.isArray(member)) return member as readonly Json[];
  throw new SyntaxError(`The document has no list ${name}.`);
}

function texts(value: Json, name: string): string[] {
  const members = list(value, name);
  const found = members.filter((member) => typeof member === 'string');
  if (found.length === members.length) return found;
  throw new SyntaxError(`The document has no texts ${name}.`);
}
