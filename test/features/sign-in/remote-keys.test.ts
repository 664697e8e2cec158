import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRemoteKeys } from '../../../src/features/sign-in/remote-keys.js';
import { jwksVerifier, type TokenVerifier } from '../../../src/features/sign-in/token.js';
import {
  HERE,
  type IdentityProvider,
  NOW,
  newKey,
  type SigningKey,
  sign,
  startIdentityProvider,
} from '../../platform/identity/identity-provider.js';
import { type TestClock, testClock } from '../../support/clock.js';

const [first, second] = await Promise.all([newKey('first'), newKey('second')]);
let provider: IdentityProvider;
let verifier: TokenVerifier;
let clock: TestClock;

beforeEach(async () => {
  provider = await startIdentityProvider();
  await provider.publish(first);
  verifier = jwksVerifier(createRemoteKeys(provider.url, pino({ level: 'silent' })), HERE);
  clock = testClock(NOW.toISOString());
});

afterEach(() => provider[Symbol.asyncDispose]());

/** Each token is a new one, so that none is believed from before. */
let serial = 0;
async function signInBy(key: SigningKey): Promise<string> {
  serial += 1;
  const token = await sign(key, { jti: String(serial), exp: NOW.getTime() / 1000 + 86_400 });
  return verifier.verify(token, clock.now()).then(
    () => 'in',
    (error: { code: string }) => error.code,
  );
}

test('keys are fetched once for many, and again after five minutes', async () => {
  expect(await Promise.all([signInBy(first), signInBy(first), signInBy(first)])).toEqual([
    'in',
    'in',
    'in',
  ]);
  clock.advance({ minutes: 4, seconds: 59 });
  await signInBy(first);
  expect(provider.requests).toBe(1);
  clock.advance({ seconds: 1 });
  await signInBy(first);
  expect(provider.requests).toBe(2);
});

test('a new key is found when the first token names it', async () => {
  await signInBy(first);
  await provider.publish(first, second);
  clock.advance({ seconds: 30 });
  expect([await signInBy(second), await signInBy(first), provider.requests]).toEqual([
    'in',
    'in',
    2,
  ]);
});

test('tokens that name unknown keys become one request in 30 seconds', async () => {
  const unknown = await newKey('unknown');
  await signInBy(first);
  clock.advance({ seconds: 30 });
  const refused = await Promise.all(Array.from({ length: 20 }, () => signInBy(unknown)));
  clock.advance({ seconds: 29 });
  refused.push(await signInBy(unknown));
  expect(new Set(refused)).toEqual(new Set(['UNAUTHENTICATED']));
  expect(provider.requests).toBe(2);
});

test('a key that the provider withdraws counts for five and a half minutes at most', async () => {
  expect(await signInBy(first)).toBe('in');
  const believed = await sign(first, { exp: NOW.getTime() / 1000 + 86_400 });
  await provider.publish(second);
  clock.advance({ minutes: 4, seconds: 59 });
  await verifier.verify(believed, clock.now());
  clock.advance({ seconds: 30 });
  await expect(verifier.verify(believed, clock.now())).rejects.toThrow('does not count');
  expect(await signInBy(first)).toBe('UNAUTHENTICATED');
});

test('while the provider is away its keys go on for an hour, and it is asked twice a minute at most', async () => {
  await signInBy(first);
  provider.answer({ status: 503 });
  clock.advance({ minutes: 59 });
  expect([await signInBy(first), await signInBy(first), provider.requests]).toEqual([
    'in',
    'in',
    2,
  ]);
  // Nobody can tell whether it is a new one.
  expect(await signInBy(second)).toBe('UNAVAILABLE');
  clock.advance({ minutes: 1 });
  expect(await signInBy(first)).toBe('UNAVAILABLE');
  provider.answer(null);
  clock.advance({ seconds: 30 });
  expect([await signInBy(first), provider.requests]).toEqual(['in', 4]);
});

test.each([
  ['an error', { status: 500 }],
  ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
  ['no JSON', { status: 200, body: '<html>' }],
  ['JSON that is no key set', { status: 200, body: '{"keys":1}' }],
  [
    'more than 256 KiB',
    { status: 200, body: JSON.stringify({ keys: [], x: 'x'.repeat(300_000) }) },
  ],
])('a provider that never gave keys and answers with %s is unavailable', async (_what, answer) => {
  provider.answer(answer);
  expect([await signInBy(first), await signInBy(first)]).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  expect(provider.requests).toBe(1);
});

test.each([
  ['never answers', () => {}],
  [
    'answers drop by drop',
    (response: ServerResponse) => {
      response.writeHead(200);
      const dripping = setInterval(() => response.write(' '), 5);
      response.once('close', () => clearInterval(dripping));
    },
  ],
])('a provider that %s is given up', async (_what, answer) => {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const log = pino({ level: 'silent' });
  const keys = createRemoteKeys(new URL(`http://127.0.0.1:${port}`), log, 50);
  const verified = jwksVerifier(keys, HERE).verify(await sign(first), NOW);
  await expect(verified).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  server.closeAllConnections();
  server.close();
});
