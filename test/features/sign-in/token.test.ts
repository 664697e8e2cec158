import { createPublicKey } from 'node:crypto';
import { exportSPKI } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRemoteKeys } from '../../../src/features/sign-in/remote-keys.js';
import {
  jwksVerifier,
  keyVerifier,
  type TokenVerifier,
} from '../../../src/features/sign-in/token.js';
import { EXPIRED, type Keys, newKeys, REFUSED } from '../../platform/identity/bad-tokens.js';
import {
  at,
  HERE,
  type IdentityProvider,
  NOW,
  sign,
  startIdentityProvider,
} from '../../platform/identity/identity-provider.js';

let provider: IdentityProvider;
let keys: Keys;
let verifiers: Record<'provider' | 'own key', TokenVerifier>;

beforeAll(async () => {
  provider = await startIdentityProvider();
  keys = await newKeys();
  await provider.publish(keys.ec, keys.rsa);
  const published = createRemoteKeys(provider.url, pino({ level: 'silent' }));
  const pem = await exportSPKI(keys.ec.publicKey);
  verifiers = {
    provider: jwksVerifier(published, HERE),
    'own key': keyVerifier(createPublicKey(pem), HERE),
  };
});

afterAll(() => provider[Symbol.asyncDispose]());

describe.each(['provider', 'own key'] as const)('by the %s', (name) => {
  test('a good token says who and until when', async () => {
    const token = await sign(keys.ec, {
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
      subject: null,
    });
  });

  test.each(REFUSED)('refused: %s', async (_what, token, message) => {
    await expect(verifiers[name].verify(await token(keys), NOW)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message,
    });
  });

  test('a token that was believed a moment ago expires all the same, and not before it counts', async () => {
    const token = await sign(keys.ec, { exp: at(10), nbf: at(0) });
    await verifiers[name].verify(token, NOW);
    const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    await expect(verifiers[name].verify(token, later(10))).rejects.toThrow(EXPIRED);
    await expect(verifiers[name].verify(token, later(-1))).rejects.toThrow('does not count yet');
  });
});

test('an address is another one if a letter only looks or folds like it', async () => {
  for (const email of [
    '\u212Aarl@example.com',
    'ſam@example.com',
    'ınes@example.com',
    'İnes@example.com',
  ]) {
    const verified = await verifiers.provider.verify(await sign(keys.ec, { email }), NOW);
    expect(verified.email).toBe(email);
  }
});

test('an address that is verified, as a truth or as text, is let in', async () => {
  for (const verified of [true, 'true']) {
    const token = await sign(keys.ec, { email_verified: verified });
    expect((await verifiers.provider.verify(token, NOW)).email).toBe('anna@example.com');
  }
});

test('RSA keys count where the provider publishes them', async () => {
  const { email } = await verifiers.provider.verify(await sign(keys.rsa), NOW);
  expect(email).toBe('anna@example.com');
});
