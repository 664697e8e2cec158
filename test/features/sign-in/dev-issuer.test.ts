import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIssuer, loadOrCreateKey } from '../../../src/features/sign-in/dev-issuer.js';
import { createSignIn } from '../../../src/features/sign-in/sign-in.js';
import { parseConfig } from '../../../src/run/config.js';

const quiet = pino({ level: 'silent' });
const NOW = new Date('2026-03-01T09:00:00Z');
const HERE = { issuer: 'leadwarden', audience: 'leadwarden' };
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'leadwarden-key-'));
});

afterAll(() => rm(dir, { recursive: true }));

test('the key is made once, for its owner only, also when two processes start at once', async () => {
  const file = join(dir, 'nested', 'key.pem');
  const keys = await Promise.all([loadOrCreateKey(file), loadOrCreateKey(file)]);
  const again = await loadOrCreateKey(file);
  expect(keys.every((key) => key.equals(again))).toBe(true);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a token counts until it expires, and only where it was meant for', async () => {
  const key = await loadOrCreateKey(join(dir, 'key.pem'));
  const here = createIssuer(key, HERE);
  const elsewhere = createIssuer(key, { ...HERE, audience: 'elsewhere' });
  const token = await here.sign('anna@example.com', NOW, 60_000);
  expect(await here.verifier.verify(token, NOW)).toEqual({
    email: 'anna@example.com',
    expiresAt: new Date('2026-03-01T09:01:00Z'),
    issuedAt: NOW,
    name: null,
    granted: null,
    subject: null,
  });
  const later = new Date('2026-03-01T09:01:01Z');
  await expect(here.verifier.verify(token, later)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'The token has expired; sign in again.',
  });
  await expect(elsewhere.verifier.verify(token, NOW)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('in production without a key nobody signs tokens and none counts', async () => {
  const { issuer, verifier } = await createSignIn(parseConfig({ NODE_ENV: 'production' }), quiet);
  expect(issuer).toBeNull();
  await expect(verifier.verify('a.b.c', NOW)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
