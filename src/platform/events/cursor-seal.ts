import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyRing } from '../keys/key-ring.js';

/** The content of a cursor, readable with the key. */
export interface Opened {
  readonly epoch: Buffer;
  readonly reader: Buffer;
  readonly position: number;
}

export interface CursorSeal {
  /** With `fresh` the text differs each time; otherwise it is the same for the same content. */
  close(content: Opened, fresh: boolean): string;
  /** Null for a text that was never sealed here. */
  open(text: string): Opened | 'unknown key' | null;
}

export const HASH_BYTES = 8;
/** Up to 2^48 events. */
const POSITION_BYTES = 6;
const VERSION_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CONTENT_BYTES = 2 * HASH_BYTES + POSITION_BYTES;
const TEXT = /^[\w-]+$/;
const TEXT_LENGTH = ((VERSION_BYTES + IV_BYTES + TAG_BYTES + CONTENT_BYTES) * 4) / 3;

interface Keys {
  readonly sealing: Buffer;
  readonly marking: Buffer;
}

/** Seals cursors with AES-256-GCM, under keys of their own that are derived from the ring. */
export function createCursorSeal({ current, keys }: KeyRing): CursorSeal {
  const byVersion = new Map<number, Keys>(
    keys.map(({ version, secret }) => {
      const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'leadwarden cursors', 64));
      return [version, { sealing: bytes.subarray(0, 32), marking: bytes.subarray(32) }];
    }),
  );
  const version = Buffer.alloc(VERSION_BYTES);
  version.writeUInt32BE(current.version);

  return {
    close({ epoch, reader, position }, fresh) {
      const keys = byVersion.get(current.version);
      if (!keys) throw new Error('The current key is not among the keys of the ring.');
      const content = Buffer.alloc(CONTENT_BYTES);
      epoch.copy(content);
      reader.copy(content, HASH_BYTES);
      content.writeUIntBE(position, 2 * HASH_BYTES, POSITION_BYTES);
      // Derived from the content, it differs whenever the content does, as the cipher requires.
      const iv = fresh
        ? randomBytes(IV_BYTES)
        : createHmac('sha256', keys.marking).update(content).digest().subarray(0, IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keys.sealing, iv);
      cipher.setAAD(version);
      const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([version, iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(text) {
      if (text.length !== TEXT_LENGTH || !TEXT.test(text)) return null;
      const bytes = Buffer.from(text, 'base64url');
      const keys = byVersion.get(bytes.readUInt32BE());
      if (!keys) return 'unknown key';
      const at = VERSION_BYTES + IV_BYTES;
      const iv = bytes.subarray(VERSION_BYTES, at);
      const decipher = createDecipheriv('aes-256-gcm', keys.sealing, iv, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(bytes.subarray(0, VERSION_BYTES));
      decipher.setAuthTag(bytes.subarray(at, at + TAG_BYTES));
      const content = decipher.update(bytes.subarray(at + TAG_BYTES));
      try {
        decipher.final();
      } catch {
        return null;
      }
      return {
        epoch: content.subarray(0, HASH_BYTES),
        reader: content.subarray(HASH_BYTES, 2 * HASH_BYTES),
        position: content.readUIntBE(2 * HASH_BYTES, POSITION_BYTES),
      };
    },
  };
}

/** Stands for a text of any length. */
export function shortHash(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, HASH_BYTES);
}
