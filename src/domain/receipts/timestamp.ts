import {
  Constructed,
  fromBER,
  type Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
} from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { hexOf, sameBytes, sha256Of } from './bytes.js';
import type { Stamp } from './verify-document.js';

/** Object identifiers of RFC 3161, RFC 5035 and their hashes. */
const OID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  extKeyUsage: '2.5.29.37',
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
} as const;

/** A question to an authority. */
export interface StampRequest {
  /** DER, for the body of the request. */
  readonly bytes: Uint8Array;
}

/** The question to stamp these bytes, RFC 3161 section 2.4.1. @param nonce random bytes, as an integer above zero */
export function requestStamp(stamped: Uint8Array, nonce: Integer): StampRequest {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
      hashedMessage: new OctetString({ valueHex: bufferOf(sha256Of(stamped)) }),
    }),
    nonce,
    certReq: true,
  });
  return { bytes: new Uint8Array(request.toSchema().toBER()) };
}

/**
 * The token in the answer of an authority, reduced to what its signature covers: of certificates only that of its
 * signer.
 * @throws Error if the answer holds no valid stamp of these bytes, with this nonce
 */
export async function readStampAnswer(
  answer: Uint8Array,
  stamped: Uint8Array,
  nonce: Integer,
): Promise<{ readonly token: Uint8Array; readonly stamp: Stamp }> {
  const response = new TimeStampResp({ schema: parsed(answer) });
  const { status, statusStrings } = response.status;
  if (status > 1 || !response.timeStampToken) {
    const why = statusStrings?.map(({ valueBlock }) => valueBlock.value).join(', ');
    throw new Error(`The authority refused with status ${status}${why ? `: ${why}` : ''}.`);
  }
  const signed = new SignedData({ schema: response.timeStampToken.content });
  const told = infoOf(signed).nonce;
  if (!told?.isEqual(nonce)) throw new Error('The authority answered another question.');
  signed.certificates = [signerOf(signed)];
  const token = encoded(signed);
  return { token, stamp: await verifyTimestamp(token, stamped) };
}

/**
 * Verifies a TimeStampToken: its signature over these bytes, and that its one certificate is the one that the signature
 * names by hash and is for stamping. To whom the certificate belongs, its authority tells.
 * @throws Error if it is not valid
 */
export async function verifyTimestamp(token: Uint8Array, stamped: Uint8Array): Promise<Stamp> {
  const content = new ContentInfo({ schema: parsed(token) });
  if (content.contentType !== id_ContentType_SignedData) throw new Error('It is no signed stamp.');
  const signed = new SignedData({ schema: content.content });
  const certificate = requireOnlyCovered(signed);
  // Another spelling of the same would hide a change.
  if (!sameBytes(encoded(signed), token)) throw new Error('The stamp is not in its one encoding.');
  requireForStamping(certificate, infoOf(signed).genTime);
  requireNamed(signed, certificate, rawCertificate(content));
  const info = infoOf(signed);
  const isIntact = await signed.verify({
    signer: 0,
    data: bufferOf(stamped),
    checkChain: false,
  });
  if (!isIntact) throw new Error('The signature of the stamp is not valid.');
  return { at: info.genTime, authority: nameOf(certificate) };
}

/** The signer's certificate of a token that holds nothing that its signature does not cover. */
function requireOnlyCovered(signed: SignedData): Certificate {
  const [signer, ...others] = signed.signerInfos;
  const [digest, ...more] = signed.digestAlgorithms;
  const parameters: unknown = signer?.signatureAlgorithm.algorithmParams;
  if (parameters !== undefined && !(parameters instanceof Null)) {
    throw new Error('The signature of the stamp has parameters, which are not accepted.');
  }
  const extra = others.length + more.length + (signed.crls?.length ?? 0);
  if (
    !signer ||
    !digest ||
    extra > 0 ||
    signer.unsignedAttrs ||
    signed.certificates?.length !== 1
  ) {
    throw new Error('The stamp holds more or less than one signature with its certificate.');
  }
  if (!digest.isEqual(signer.digestAlgorithm) || signed.version !== 3 || signer.version !== 1) {
    throw new Error('The stamp contradicts itself.');
  }
  return signerOf(signed);
}

function infoOf({ encapContentInfo }: SignedData): TSTInfo {
  if (encapContentInfo.eContentType !== id_eContentType_TSTInfo || !encapContentInfo.eContent) {
    throw new Error('It is no stamp of RFC 3161.');
  }
  return new TSTInfo({ schema: parsed(new Uint8Array(encapContentInfo.eContent.getValue())) });
}

/** The certificate whose hash the signature covers. */
function signerOf(signed: SignedData): Certificate {
  const named = namedHash(signed);
  const found = signed.certificates?.find(
    (one): one is Certificate =>
      one instanceof Certificate && sameBytes(named, hashOfCertificate(one)),
  );
  if (found) return found;
  throw new Error('The certificate that the stamp names by its hash is missing.');
}

function hashOfCertificate(certificate: Certificate): Uint8Array {
  return sha256Of(new Uint8Array(certificate.toSchema(true).toBER()));
}

/**
 * The hash of the signer's certificate in the signed attributes, ESSCertIDv2 of RFC 5816.
 * @throws Error for the older ESSCertID, whose SHA-1 proves nothing any more
 */
function namedHash({ signerInfos: [signer] }: SignedData): Uint8Array {
  const attributes = signer?.signedAttrs?.attributes ?? [];
  const attribute = attributes.find(({ type }) => type === OID.signingCertificateV2);
  const [value] = attribute?.values ?? [];
  const hash = firstHash(value);
  if (hash) return hash;
  const older = attributes.some(({ type }) => type === OID.signingCertificate);
  throw new Error(
    older
      ? 'The stamp names its certificate by SHA-1 alone (ESSCertID), which is not accepted.'
      : 'The stamp does not name its certificate (ESSCertIDv2).',
  );
}

/** SigningCertificateV2: a sequence of sequences that begin with the hash, as SHA-256 is the default. */
function firstHash(value: unknown): Uint8Array | null {
  const certificates = value instanceof Sequence ? value.valueBlock.value[0] : null;
  const first = certificates instanceof Sequence ? certificates.valueBlock.value[0] : null;
  const [head, next] = first instanceof Sequence ? first.valueBlock.value : [];
  const hash = head instanceof Sequence && isSha256(head) ? next : head;
  return hash instanceof OctetString ? new Uint8Array(hash.getValue()) : null;
}

function isSha256(algorithm: Sequence): boolean {
  const [id] = algorithm.valueBlock.value;
  return id instanceof ObjectIdentifier && id.getValue() === OID.sha256;
}

/** What names the certificate, byte for byte: a parser may be lenient with it. */
function requireNamed(signed: SignedData, { issuer }: Certificate, raw: Uint8Array): void {
  const sid: unknown = signed.signerInfos[0]?.sid;
  const isIssuer =
    sid instanceof IssuerAndSerialNumber &&
    sameBytes(
      new Uint8Array(sid.issuer.valueBeforeDecode),
      new Uint8Array(issuer.valueBeforeDecode),
    );
  if (isIssuer && sameBytes(namedHash(signed), sha256Of(raw))) return;
  throw new Error('The certificate is not the one that the stamp names.');
}

/** The one certificate of a token as it stands there. */
function rawCertificate({ content }: ContentInfo): Uint8Array {
  const parts: readonly unknown[] = content instanceof Sequence ? content.valueBlock.value : [];
  const set = parts.find((part) => part instanceof Constructed && part.idBlock.tagClass === 3);
  const [certificate] = set instanceof Constructed ? set.valueBlock.value : [];
  return new Uint8Array(certificate?.valueBeforeDecodeView ?? []);
}

function requireForStamping({ extensions, notBefore, notAfter }: Certificate, at: Date): void {
  if (at < notBefore.value || at > notAfter.value) {
    throw new Error('The certificate was not valid at the time of the stamp.');
  }
  const usage = extensions?.find(({ extnID }) => extnID === OID.extKeyUsage);
  const value = usage?.parsedValue as { readonly keyPurposes?: readonly string[] } | undefined;
  if (usage?.critical && value?.keyPurposes?.join() === OID.timeStamping) return;
  throw new Error('The certificate of the stamp is not for time stamping alone.');
}

function nameOf({ subject }: Certificate): string {
  const parts = [OID.organization, OID.commonName].flatMap((type) => {
    const found = subject.typesAndValues.find((one) => one.type === type);
    return found ? [String(found.value.valueBlock.value)] : [];
  });
  return parts.join(', ') || 'unnamed';
}

function encoded(signed: SignedData): Uint8Array {
  const content = new ContentInfo({
    contentType: id_ContentType_SignedData,
    content: signed.toSchema(true),
  });
  return new Uint8Array(content.toSchema().toBER());
}

/** @throws Error if the bytes are not one value of ASN.1 */
function parsed(bytes: Uint8Array) {
  const { result, offset } = fromBER(bufferOf(bytes));
  if (offset !== bytes.length) throw new Error(`It is no ASN.1: ${hexOf(bytes.subarray(0, 8))}…`);
  return result;
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
