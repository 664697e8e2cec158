import type { Logger } from 'pino';
import type { ClaimNames } from '../../platform/identity/claims.js';
import { createIssuer, type Issuer, loadOrCreateKey } from './dev-issuer.js';
import { parsePrivateKey } from './private-key.js';
import { createRemoteKeys } from './remote-keys.js';
import { jwksVerifier, refusingVerifier, type TokenVerifier } from './token.js';

/** The source of tokens. `none`: sign-in is off. */
export type IssuerConfig =
  | { readonly kind: 'local'; readonly keyFile: string }
  | { readonly kind: 'key'; readonly privateKey: string }
  | { readonly kind: 'jwks'; readonly url: URL }
  | { readonly kind: 'none' };

/** The required claims of tokens. */
export interface JwtConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly claims: ClaimNames;
}

export interface SignIn {
  readonly verifier: TokenVerifier;
  /** Null where tokens come from elsewhere, or from nowhere. */
  readonly issuer: Issuer | null;
}

/** The trusted keys, and whether tokens are signed here. */
export async function createSignIn(
  { issuer: source, jwt }: { readonly issuer: IssuerConfig; readonly jwt: JwtConfig },
  log: Logger,
): Promise<SignIn> {
  switch (source.kind) {
    case 'local':
      return signedHere(createIssuer(await loadOrCreateKey(source.keyFile), jwt));
    case 'key':
      return signedHere(createIssuer(parsePrivateKey(source.privateKey, 'JWT_PRIVATE_KEY'), jwt));
    case 'jwks':
      return { issuer: null, verifier: jwksVerifier(createRemoteKeys(source.url, log), jwt) };
    case 'none':
      return { issuer: null, verifier: refusingVerifier };
  }
}

function signedHere(issuer: Issuer): SignIn {
  return { issuer, verifier: issuer.verifier };
}
