import { createPublicKey } from 'node:crypto';
import { exportSPKI, SignJWT, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRemoteKeys } from '../../src/auth/remote-keys.js';
import { jwksVerifier, keyVerifier, type TokenVerifier } from '../../src/auth/token.js';
import {
  at,
  HERE,
  type IdentityProvider,
  NOW,
  newKey,
  type SigningKey,
  sign,
  startIdentityProvider,
} from './identity-provider.js';

let provider: IdentityProvider;
let ec: SigningKey;
let rsa: SigningKey;
let foreign: SigningKey;
let verifiers: Record<'provider' | 'own key', TokenVerifier>;

beforeAll(async () => {
  provider = await startIdentityProvider();
  [ec, rsa, foreign] = await Promise.all([newKey('ec'), newKey('rsa', 'RS256'), newKey('ec')]);
  await provider.publish(ec, rsa);
  const keys = createRemoteKeys(provider.url, pino({ level: 'silent' }));
  const pem = await exportSPKI(ec.publicKey);
  verifiers = {
    provider: jwksVerifier(keys, HERE),
    'own key': keyVerifier(createPublicKey(pem), HERE),
  };
});

afterAll(() => provider[Symbol.asyncDispose]());

const MALFORMED = 'The token does not count: it is malformed or not for here.';
const EXPIRED = 'The token has expired; sign in again.';
const INCOMPLETE = 'The token names no e-mail address or no expiry.';

/** Signed with the published key as if that were a shared secret, which everybody knows. */
async function signedWithPublicKey(key: SigningKey): Promise<string> {
  const secret = new TextEncoder().encode(await exportSPKI(key.publicKey));
  return new SignJWT({ email: 'anna@example.com' })
    .setProtectedHeader({ alg: 'HS256', kid: key.kid })
    .setIssuer(HERE.issuer)
    .setAudience(HERE.audience)
    .setExpirationTime(at(3600))
    .sign(secret);
}

function unsigned(): string {
  const { issuer: iss, audience: aud } = HERE;
  return new UnsecuredJWT({ iss, aud, exp: at(3600), email: 'anna@example.com' }).encode();
}

/** The header says something else than what was signed. */
function withHeader(token: string, header: object): string {
  const [, ...rest] = token.split('.');
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
}

async function tampered(): Promise<string> {
  const [head, , signature] = (await sign(ec)).split('.');
  const claims = { iss: HERE.issuer, aud: HERE.audience, exp: at(3600), email: 'eve@example.com' };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

const REFUSED: [string, () => string | Promise<string>, string][] = [
  ['no JWT', () => 'abc', MALFORMED],
  ['no signature (alg none)', unsigned, MALFORMED],
  [
    'alg none over a signed token',
    async () => withHeader(await sign(ec), { alg: 'none' }),
    MALFORMED,
  ],
  ['a public EC key as HS256 secret', () => signedWithPublicKey(ec), MALFORMED],
  ['a public RSA key as HS256 secret', () => signedWithPublicKey(rsa), MALFORMED],
  [
    'an EC signature declared to be RS256',
    async () => withHeader(await sign(ec), { alg: 'RS256', kid: 'ec' }),
    MALFORMED,
  ],
  ['an algorithm nobody uses here', async () => sign(await newKey('ec', 'ES384')), MALFORMED],
  ['another key by the same name', () => sign(foreign), MALFORMED],
  ['claims that were changed', tampered, MALFORMED],
  ['another issuer', () => sign(ec, { iss: 'https://evil.example.com' }), MALFORMED],
  ['an issuer that only begins alike', () => sign(ec, { iss: `${HERE.issuer}/x` }), MALFORMED],
  ['no issuer', () => sign(ec, { iss: undefined }), MALFORMED],
  ['another audience', () => sign(ec, { aud: 'elsewhere' }), MALFORMED],
  ['other audiences', () => sign(ec, { aud: ['elsewhere', 'leadwarden2'] }), MALFORMED],
  ['no audience', () => sign(ec, { aud: undefined }), MALFORMED],
  ['expired a second ago', () => sign(ec, { exp: at(-1) }), EXPIRED],
  ['expires this very second', () => sign(ec, { exp: at(0) }), EXPIRED],
  ['no expiry', () => sign(ec, { exp: undefined }), MALFORMED],
  [
    'not valid before the next second',
    () => sign(ec, { nbf: at(1) }),
    'The token does not count yet.',
  ],
  ['no e-mail', () => sign(ec, { email: undefined }), INCOMPLETE],
  ['an e-mail that is no text', () => sign(ec, { email: ['anna@example.com'] }), INCOMPLETE],
  [
    'an e-mail that is not verified',
    () => sign(ec, { email_verified: false }),
    'The e-mail address in the token is not verified.',
  ],
  [
    'an e-mail that is not verified, as text',
    () => sign(ec, { email_verified: 'false' }),
    'The e-mail address in the token is not verified.',
  ],
];

describe.each(['provider', 'own key'] as const)('by the %s', (name) => {
  test('a good token says who and until when', async () => {
    const token = await sign(ec, {
      email: 'Anna@Example.com',
      nbf: at(0),
      aud: ['x', 'leadwarden'],
    });
    expect(await verifiers[name].verify(token, NOW)).toEqual({
      email: 'anna@example.com',
      expiresAt: new Date('2026-03-01T10:00:00Z'),
      issuedAt: NOW,
      name: null,
      granted: null,
    });
  });

  test.each(REFUSED)('refused: %s', async (_what, token, message) => {
    await expect(verifiers[name].verify(await token(), NOW)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message,
    });
  });

  test('refused: a key that nobody published', async () => {
    const token = await sign({ ...foreign, kid: 'unknown' });
    await expect(verifiers[name].verify(token, NOW)).rejects.toThrow(MALFORMED);
  });

  test('a token that was believed a moment ago expires all the same, and not before it counts', async () => {
    const token = await sign(ec, { exp: at(10), nbf: at(0) });
    await verifiers[name].verify(token, NOW);
    const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    await expect(verifiers[name].verify(token, later(10))).rejects.toThrow(EXPIRED);
    await expect(verifiers[name].verify(token, later(-1))).rejects.toThrow('does not count yet');
  });
});

test('RSA keys count where the provider publishes them', async () => {
  const { email } = await verifiers.provider.verify(await sign(rsa), NOW);
  expect(email).toBe('anna@example.com');
});
