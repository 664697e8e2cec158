import type { JWTPayload } from 'jose';
import type { Role } from '../../domain/actor.js';
import { upperAscii } from './fold-ascii.js';

/** Names of the claims in a token; a claim that is null is not read. */
export interface ClaimNames {
  readonly email: string;
  readonly role: string | null;
  readonly territory: string | null;
}

export const USUAL_CLAIMS: ClaimNames = { email: 'email', role: null, territory: null };

/** The rights that a token gives its user. */
export interface Granted {
  /** Null if it names no role that counts here. */
  readonly role: Role | null;
  readonly territory: ClaimedTerritory;
}

export type ClaimedTerritory =
  /** Null is the whole market. */
  | { readonly kind: 'NAMED'; readonly territory: string | null }
  | { readonly kind: 'MISSING' }
  /** No claim is configured: territories are settled here. */
  | { readonly kind: 'UNASKED' };

/** Value for a manager of the whole market; a missing claim must not mean that. */
const WHOLE_MARKET = '*';

/** The roles that a token may name, the mightiest first. Programs sign in by API tokens. */
const CLAIMABLE = ['ADMIN', 'MANAGER', 'AUDITOR', 'REP', 'WALLBOARD'] as const satisfies Role[];

/** A claim by its name, else by its path: `roles`, `https://example.com/roles`, `realm_access.roles`. */
export function readClaim(payload: JWTPayload, name: string): unknown {
  return memberOf(payload, name) ?? name.split('.').reduce<unknown>(memberOf, payload);
}

function memberOf(value: unknown, key: string): unknown {
  const within = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return within ? (value as Record<string, unknown>)[key] : undefined;
}

/** Null if no role claim is configured: the rights of users are then managed here alone. */
export function grantedBy(payload: JWTPayload, names: ClaimNames): Granted | null {
  if (names.role === null) return null;
  const named = textsOf(readClaim(payload, names.role)).map((text) =>
    upperAscii(text).replace(/^LEADWARDEN[-_:]/, ''),
  );
  const role = CLAIMABLE.find((candidate) => named.includes(candidate)) ?? null;
  return { role, territory: territoryIn(payload, names.territory) };
}

function territoryIn(payload: JWTPayload, name: string | null): ClaimedTerritory {
  if (name === null) return { kind: 'UNASKED' };
  const [territory] = textsOf(readClaim(payload, name));
  if (territory === undefined) return { kind: 'MISSING' };
  return { kind: 'NAMED', territory: territory === WHOLE_MARKET ? null : territory };
}

/** The texts of a claim, which may be one or a list. None is trimmed: ` * ` is no word for the whole market. */
function textsOf(claim: unknown): string[] {
  return [claim]
    .flat()
    .flatMap((text) => (typeof text === 'string' && text.trim() !== '' ? [text] : []));
}
