import type { Role } from '../../domain/actor.js';
import type { Granted } from '../../platform/identity/claims.js';
import type { TokenClaims } from './token.js';

/** The stored state of the user whom a token names. */
export interface KnownUser {
  readonly role: Role;
  readonly territory: string | null;
  readonly active: boolean;
  /** When the newest token was issued that the role was taken from. */
  readonly roleClaimedAt: Date | null;
}

export type SignInDecision =
  | { readonly kind: 'ACCEPT' }
  /** `claimedAt`: from when on older tokens no longer change the role; null leaves that as it is. */
  | (Assigned & { readonly kind: 'CREATE'; readonly claimedAt: Date | null })
  | (Assigned & { readonly kind: 'CHANGE'; readonly claimedAt: Date })
  | { readonly kind: 'CONFIRM'; readonly claimedAt: Date }
  | { readonly kind: 'REFUSE'; readonly message: string };

interface Assigned {
  readonly role: Role;
  readonly territory: string | null;
}

const NOBODY = 'The token is for nobody who may sign in here.';

/**
 * Whether a valid token signs its user in, and the changes that the provider's claims make to them.
 * @param provisionRole the role of an unknown person; null: refused
 */
export function decideSignIn(
  user: KnownUser | null,
  { granted, issuedAt }: Pick<TokenClaims, 'granted' | 'issuedAt'>,
  provisionRole: Role | null,
): SignInDecision {
  // Programs sign in by API tokens, which have scopes; a JWT has none and would allow everything.
  if (user && (!user.active || user.role === 'SERVICE')) return refuse(NOBODY);
  if (!user && provisionRole === null) return refuse(NOBODY);
  if (granted === null) {
    if (user || provisionRole === null) return { kind: 'ACCEPT' };
    return { kind: 'CREATE', role: provisionRole, territory: null, claimedAt: null };
  }

  const { role } = granted;
  if (role === null) return refuse('The token names no role that counts here.');
  if (issuedAt === null) return refuse('The token names a role but not when it was issued.');
  const territory = territoryFor(granted, user);
  if (territory === undefined) return refuse('The token names a manager but no territory.');
  if (!user) return { kind: 'CREATE', role, territory, claimedAt: issuedAt };

  const newer = user.roleClaimedAt === null || issuedAt > user.roleClaimedAt;
  if (user.role === role && user.territory === territory) {
    return newer ? { kind: 'CONFIRM', claimedAt: issuedAt } : { kind: 'ACCEPT' };
  }
  if (newer) return { kind: 'CHANGE', role, territory, claimedAt: issuedAt };
  return refuse('The token is older than the last change of what you may do; sign in again.');
}

/** Undefined for a manager without the territory that the token should name: that must not be the whole market. */
function territoryFor(
  { role, territory }: Granted,
  user: KnownUser | null,
): string | null | undefined {
  if (territory.kind === 'NAMED') return territory.territory;
  if (territory.kind === 'MISSING' && role === 'MANAGER') return undefined;
  return user?.territory ?? null;
}

function refuse(message: string): SignInDecision {
  return { kind: 'REFUSE', message };
}
