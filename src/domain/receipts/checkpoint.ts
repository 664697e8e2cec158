import { fromBase64, fromBase64Url, sameBytes, sha256Of, toBase64, utf8 } from './bytes.js';
import { HASH_BYTES, type TreeHead } from './merkle-tree.js';
import { isSignedBy, type ReceiptKey } from './receipt-keys.js';

/** A checkpoint of the receipt log, C2SP tlog-checkpoint: the head of its tree under the name of the log. */
export interface Checkpoint extends TreeHead {
  /** The name of the log. */
  readonly origin: string;
}

/** A checkpoint with its signature, as read from a signed note. */
export interface SignedCheckpoint extends Checkpoint {
  /** The signed text. */
  readonly body: string;
  readonly signature: NoteSignature;
}

interface NoteSignature {
  /** The name of the key, which is that of the log. */
  readonly name: string;
  /** The first four bytes of the key's hash. */
  readonly keyHash: Uint8Array;
  readonly bytes: Uint8Array;
}

/** C2SP signed-note: the type of Ed25519 signatures. */
const ED25519 = Uint8Array.of(1);
const KEY_HASH_BYTES = 4;

/** The text of a checkpoint, which is what is signed. */
export function checkpointBody({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** The signed note of a checkpoint. */
export function checkpointNote(
  checkpoint: Checkpoint,
  key: ReceiptKey,
  signature: Uint8Array,
): string {
  const { origin } = checkpoint;
  const signed = toBase64(Uint8Array.of(...keyHashOf(origin, key), ...signature));
  return `${checkpointBody(checkpoint)}\n— ${origin} ${signed}\n`;
}

/** The hash of a key in a signed note. */
function keyHashOf(name: string, { x }: ReceiptKey): Uint8Array {
  const hash = sha256Of(utf8(`${name}\n`), ED25519, fromBase64Url(x));
  return hash.subarray(0, KEY_HASH_BYTES);
}

const NOTE = /^(\S[^\n]*)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/=]+)\n\n— (\S+) ([A-Za-z0-9+/=]+)\n$/;

/**
 * Reads a checkpoint with exactly one signature, which is that of its log.
 * @throws SyntaxError if it is none
 */
export function readCheckpointNote(note: string): SignedCheckpoint {
  const [, origin = '', size = '', root = '', name = '', signed = ''] = NOTE.exec(note) ?? [];
  const [rootBytes, signature] = [bytesOf(root), bytesOf(signed)];
  if (rootBytes?.length !== HASH_BYTES || !signature || signature.length <= KEY_HASH_BYTES) {
    throw new SyntaxError(
      'The checkpoint is no signed note of a tree head (C2SP tlog-checkpoint).',
    );
  }
  if (name !== origin) {
    throw new SyntaxError(`The checkpoint of ${origin} is signed in the name of ${name}.`);
  }
  const checkpoint = { origin, size: Number(size), root: rootBytes };
  return {
    ...checkpoint,
    body: checkpointBody(checkpoint),
    signature: {
      name,
      keyHash: signature.subarray(0, KEY_HASH_BYTES),
      bytes: signature.subarray(KEY_HASH_BYTES),
    },
  };
}

function bytesOf(text: string): Uint8Array | null {
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}

/** The key that a checkpoint is signed with; null if none of these has signed it. */
export function signerOf(
  { body, signature }: SignedCheckpoint,
  keys: readonly ReceiptKey[],
): ReceiptKey | null {
  const signer = keys.find((key) => sameBytes(keyHashOf(signature.name, key), signature.keyHash));
  return signer && isSignedBy(signer, utf8(body), signature.bytes) ? signer : null;
}
