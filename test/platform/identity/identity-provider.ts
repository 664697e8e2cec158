import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';

export const NOW = new Date('2026-03-01T09:00:00Z');
export const HERE = { issuer: 'https://id.example.com', audience: 'leadwarden' };

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export async function newKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  return { kid, alg, ...(await generateKeyPair(alg, { extractable: true })) };
}

/** Seconds since 1970, from NOW. */
export const at = (seconds: number) => Math.floor(NOW.getTime() / 1000) + seconds;

/** A token of the provider for Anna, which counts for an hour; `undefined` leaves a claim out. */
export function sign(key: SigningKey, claims: Record<string, unknown> = {}, header: object = {}) {
  const { issuer: iss, audience: aud } = HERE;
  const usual = { iss, aud, iat: at(0), exp: at(3600), email: 'anna@example.com' };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
    .sign(key.privateKey);
}

export interface IdentityProvider extends AsyncDisposable {
  readonly url: URL;
  /** How often its keys were asked for. */
  readonly requests: number;
  publish(...keys: SigningKey[]): Promise<void>;
  /** Answers like this instead of with keys; `null` answers with keys again. */
  answer(
    response: { status: number; headers?: Record<string, string>; body?: string } | null,
  ): void;
}

/** A server on the loopback that publishes keys as real ones do. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  let keySet: JSONWebKeySet = { keys: [] };
  let instead: Parameters<IdentityProvider['answer']>[0] = null;
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    const { status, headers, body } = instead ?? {
      status: 200,
      headers: undefined,
      body: undefined,
    };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body ?? JSON.stringify(keySet));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`),
    get requests() {
      return requests;
    },
    async publish(...keys) {
      const published = keys.map(async ({ publicKey, kid, alg }) => {
        return { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
      });
      keySet = { keys: await Promise.all(published) };
    },
    answer(response) {
      instead = response;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
