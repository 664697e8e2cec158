import { fromBase64Url, sha256Of, textOf, toBase64Url, utf8 } from './bytes.js';
import { canonicalJson, type Json, parseCanonicalJson } from './canonical-json.js';
import { isSignedBy, type ReceiptKey } from './receipt-keys.js';

/** A value that a receipt holds as a commitment, and its salt: RFC 9901 section 4.2.1. */
export interface Disclosure {
  readonly name: string;
  readonly value: Json;
  readonly salt: string;
}

/** The text of a disclosure, which the commitment is the hash of. */
export function writeDisclosure({ salt, name, value }: Disclosure): string {
  return toBase64Url(utf8(canonicalJson([salt, name, value])));
}

/** The commitment: SHA-256 of the text of a disclosure. */
export function commitmentOf(disclosure: string): string {
  return toBase64Url(sha256Of(utf8(disclosure)));
}

/** @throws SyntaxError if the text is no disclosure of a member */
export function readDisclosure(text: string): Disclosure {
  const value = readPart(text, 'a disclosure');
  if (Array.isArray(value) && value.length === 3) {
    const [salt, name, disclosed] = value as readonly Json[];
    if (typeof salt === 'string' && typeof name === 'string' && disclosed !== undefined) {
      return { salt, name, value: disclosed };
    }
  }
  throw new SyntaxError('A disclosure is no array of salt, name and value.');
}

/** The header of the JWS of a receipt. */
export interface JwsHeader {
  readonly alg: 'EdDSA';
  readonly kid: string;
  readonly typ: string;
}

/** The text that is signed. */
export function signingInput(header: JwsHeader, payload: Json): string {
  const parts = [{ ...header }, payload].map((part) => toBase64Url(utf8(canonicalJson(part))));
  return parts.join('.');
}

export interface Jws {
  /** As it was read. */
  readonly text: string;
  readonly header: JwsHeader;
  readonly payload: Json;
  readonly signed: string;
  readonly signature: Uint8Array;
}

/**
 * Reads a JWS in compact form, whose header and payload are canonical JSON.
 * @throws SyntaxError if it is none, or of another type
 */
export function readJws(text: string, typ: string): Jws {
  const parts = text.split('.');
  const [head, body, mac] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || mac === undefined) {
    throw new SyntaxError('The receipt is no JWS of three parts.');
  }
  const header = readPart(head, 'the header') as Partial<JwsHeader>;
  const { kid } = header;
  const expected = { alg: 'EdDSA', kid, typ } as const;
  if (
    typeof kid !== 'string' ||
    canonicalJson({ ...expected, kid }) !== canonicalJson({ ...header } as Json)
  ) {
    throw new SyntaxError(`The header of the receipt is not that of ${typ} signed with EdDSA.`);
  }
  return {
    text,
    header: { ...expected, kid },
    payload: readPart(body, 'the payload'),
    signed: `${head}.${body}`,
    signature: readBase64Url(mac, 'the signature'),
  };
}

/** Whether one of the keys, by its id, has signed it. */
export function isJwsValid(
  { header, signed, signature }: Jws,
  keys: readonly ReceiptKey[],
): boolean {
  const key = keys.find(({ kid }) => kid === header.kid);
  return key !== undefined && isSignedBy(key, utf8(signed), signature);
}

function readPart(text: string, what: string): Json {
  try {
    return parseCanonicalJson(textOf(readBase64Url(text, what)));
  } catch (error) {
    throw new SyntaxError(`${what} of the receipt cannot be read.`, { cause: error });
  }
}

function readBase64Url(text: string, what: string): Uint8Array {
  try {
    return fromBase64Url(text);
  } catch (error) {
    throw new SyntaxError(`${what} of the receipt is no base64url.`, { cause: error });
  }
}
