import { createPrivateKey, type KeyObject } from 'node:crypto';

/**
 * The ES256 key that tokens are signed with. @param from where the text stands, for the message
 * @throws Error if the text is no EC P-256 key
 */
export function parsePrivateKey(pem: string, from: string): KeyObject {
  const key = createPrivateKey(pem.replaceAll('\\n', '\n'));
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new Error(`${from} holds a ${key.asymmetricKeyType} key, allowed is EC P-256 (ES256).`);
  }
  return key;
}
