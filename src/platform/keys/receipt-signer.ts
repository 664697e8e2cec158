import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { fromBase64Url } from '../../domain/receipts/bytes.js';
import { type ReceiptKey, receiptKeyOf } from '../../domain/receipts/receipt-keys.js';
import { EXIT, StartUpError } from '../ops/start-up-error.js';
import { createKeyFile, readKeyFile } from './key-file.js';

/** Signs receipts and checkpoints. */
export interface ReceiptSigner {
  readonly key: ReceiptKey;
  sign(message: Uint8Array): Uint8Array;
}

/** Where the key of the receipts comes from. */
export type ReceiptKeyConfig =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'env'; readonly privateKey: string };

/** The key from the environment, else from a file that is made at the first start. */
export async function loadReceiptSigner(config: ReceiptKeyConfig): Promise<ReceiptSigner> {
  if (config.kind === 'env') return parseReceiptSigner(config.privateKey);
  const { file } = config;
  const pem = (await readKeyFile(file)) ?? (await createKeyFile(file, newPrivateKey()));
  try {
    return parseReceiptSigner(pem);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new StartUpError(
      `The key file ${file} cannot be used: ${why} Without the file a new one is made; receipts of the old key stay valid.`,
      EXIT.config,
      { cause: error },
    );
  }
}

/**
 * The signer with an Ed25519 key as PKCS#8 PEM.
 * @throws Error if the text is none, without quoting it
 */
export function parseReceiptSigner(pem: string): ReceiptSigner {
  const privateKey = createPrivateKey(pem.replaceAll('\\n', '\n'));
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new Error(`It is a ${privateKey.asymmetricKeyType} key, allowed is Ed25519.`);
  }
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    key: receiptKeyOf(fromBase64Url(x)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}

function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
