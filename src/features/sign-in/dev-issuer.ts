import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SignJWT } from 'jose';
import { makeDataDir } from '../../platform/ops/make-data-dir.js';
import { EXIT, StartUpError } from '../../platform/ops/start-up-error.js';
import { parsePrivateKey } from './private-key.js';
import { type Expected, keyVerifier, type TokenVerifier } from './token.js';

const DEFAULT_LIFETIME_MS = 30 * 24 * 3_600_000;

export interface Issuer {
  readonly verifier: TokenVerifier;
  /** A signed token for the user with this e-mail address. */
  sign(email: string, now: Date, lifetimeMs?: number): Promise<string>;
}

/** Signs and verifies with one ES256 key. */
export function createIssuer(privateKey: KeyObject, expected: Expected): Issuer {
  return {
    verifier: keyVerifier(createPublicKey(privateKey), expected),
    sign: (email, now, lifetimeMs = DEFAULT_LIFETIME_MS) =>
      new SignJWT({ email })
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(expected.issuer)
        .setAudience(expected.audience)
        .setIssuedAt(Math.floor(now.getTime() / 1000))
        .setExpirationTime(Math.floor((now.getTime() + lifetimeMs) / 1000))
        .sign(privateKey),
  };
}

/** The key in the file, which is made on first use and readable for its owner only. */
export async function loadOrCreateKey(file: string): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await makeDataDir(dirname(file));
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  try {
    await writeFile(draft, pem, { mode: 0o600, flag: 'wx' });
    // Linking settles the race of two processes that both find no key, and shows whole files only.
    await link(draft, file);
    return privateKey;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return await readKey(file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function readKey(file: string): Promise<KeyObject> {
  try {
    return parsePrivateKey(await readFile(file, 'utf8'), file);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new StartUpError(
      `The key file ${file} cannot be used: ${why}. Allowed is an ES256 key as PKCS#8 PEM; without the file a new one is made.`,
      EXIT.config,
      { cause: error },
    );
  }
}
