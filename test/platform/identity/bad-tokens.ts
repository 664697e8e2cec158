import { exportSPKI, SignJWT, UnsecuredJWT } from 'jose';
import { at, HERE, newKey, type SigningKey, sign } from './identity-provider.js';

/** What is published as `ec` and `rsa`, and a key of somebody else's under the name of the first. */
export interface Keys {
  readonly ec: SigningKey;
  readonly rsa: SigningKey;
  readonly foreign: SigningKey;
}

export async function newKeys(): Promise<Keys> {
  const [ec, rsa, foreign] = await Promise.all([
    newKey('ec'),
    newKey('rsa', 'RS256'),
    newKey('ec'),
  ]);
  return { ec, rsa, foreign };
}

export const MALFORMED = 'The token does not count: it is malformed or not for here.';
export const EXPIRED = 'The token has expired; sign in again.';
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

async function tampered({ ec }: Keys): Promise<string> {
  const [head, , signature] = (await sign(ec)).split('.');
  const claims = { iss: HERE.issuer, aud: HERE.audience, exp: at(3600), email: 'eve@example.com' };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

/** Every kind of token that does not count, with the reason that is told. */
export type RefusedToken = [string, (keys: Keys) => string | Promise<string>, string];

export const REFUSED: RefusedToken[] = [
  ['no JWT', () => 'abc', MALFORMED],
  ['no signature (alg none)', unsigned, MALFORMED],
  [
    'alg none over a signed token',
    async ({ ec }) => withHeader(await sign(ec), { alg: 'none' }),
    MALFORMED,
  ],
  ['a public EC key as HS256 secret', ({ ec }) => signedWithPublicKey(ec), MALFORMED],
  ['a public RSA key as HS256 secret', ({ rsa }) => signedWithPublicKey(rsa), MALFORMED],
  [
    'an EC signature declared to be RS256',
    async ({ ec }) => withHeader(await sign(ec), { alg: 'RS256', kid: 'ec' }),
    MALFORMED,
  ],
  ['an algorithm nobody uses here', async () => sign(await newKey('ec', 'ES384')), MALFORMED],
  ['another key by the same name', ({ foreign }) => sign(foreign), MALFORMED],
  ['claims that were changed', tampered, MALFORMED],
  ['another issuer', ({ ec }) => sign(ec, { iss: 'https://evil.example.com' }), MALFORMED],
  [
    'an issuer that only begins alike',
    ({ ec }) => sign(ec, { iss: `${HERE.issuer}/x` }),
    MALFORMED,
  ],
  ['no issuer', ({ ec }) => sign(ec, { iss: undefined }), MALFORMED],
  ['another audience', ({ ec }) => sign(ec, { aud: 'elsewhere' }), MALFORMED],
  ['other audiences', ({ ec }) => sign(ec, { aud: ['elsewhere', 'leadwarden2'] }), MALFORMED],
  ['no audience', ({ ec }) => sign(ec, { aud: undefined }), MALFORMED],
  ['expired a second ago', ({ ec }) => sign(ec, { exp: at(-1) }), EXPIRED],
  ['expires this very second', ({ ec }) => sign(ec, { exp: at(0) }), EXPIRED],
  ['no expiry', ({ ec }) => sign(ec, { exp: undefined }), MALFORMED],
  [
    'not valid before the next second',
    ({ ec }) => sign(ec, { nbf: at(1) }),
    'The token does not count yet.',
  ],
  ['no e-mail', ({ ec }) => sign(ec, { email: undefined }), INCOMPLETE],
  ['an e-mail that is no text', ({ ec }) => sign(ec, { email: ['anna@example.com'] }), INCOMPLETE],
  [
    'an e-mail that is not verified',
    ({ ec }) => sign(ec, { email_verified: false }),
    'The e-mail address in the token is not verified.',
  ],
  [
    'an e-mail that is not verified, as text',
    ({ ec }) => sign(ec, { email_verified: 'false' }),
    'The e-mail address in the token is not verified.',
  ],
  ...(['False', 'FALSE', 'no', 'true ', 0, 1, null] as const).map(
    (verified): RefusedToken => [
      `an e-mail whose word is ${JSON.stringify(verified)}`,
      ({ ec }) => sign(ec, { email_verified: verified }),
      'The e-mail address in the token is not verified.',
    ],
  ),
  ['a key that nobody published', ({ foreign }) => sign({ ...foreign, kid: 'unknown' }), MALFORMED],
];
