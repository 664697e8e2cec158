import type { TokenClaims } from './token.js';

/** The identity of a user at the identity provider. */
export interface KnownIdentity {
  readonly email: string;
  /** The issuer and the account there, as tokens name them; null until the first token that did. */
  readonly subject: string | null;
  /** The address that tokens named last, which may be another than mails go to. */
  readonly claimedEmail: string | null;
  readonly emailClaimedAt: Date | null;
}

export type IdentityDecision =
  | { readonly kind: 'SAME' }
  /** The account is theirs from now on. */
  | { readonly kind: 'BIND'; readonly subject: string }
  /** The provider gave the account another address. */
  | { readonly kind: 'MOVE'; readonly email: string; readonly claimedAt: Date }
  | { readonly kind: 'REFUSE'; readonly message: string };

/**
 * The effect of a token on the identity of its user: an account stays one person's when its address changes, and an
 * address that passed to another account gives no access to the former one's user.
 */
export function decideIdentity(
  user: KnownIdentity,
  { subject, email, issuedAt }: Pick<TokenClaims, 'subject' | 'email' | 'issuedAt'>,
): IdentityDecision {
  if (subject === null) return { kind: 'SAME' };
  if (user.subject !== subject) {
    // Another provider has other accounts.
    const moved = user.subject === null || issuerOf(user.subject) !== issuerOf(subject);
    if (moved) return { kind: 'BIND', subject };
    const message =
      'The e-mail address in the token belongs to a user who signs in by another account; an admin can let this one in.';
    return { kind: 'REFUSE', message };
  }
  const { claimedEmail, emailClaimedAt } = user;
  const newer = issuedAt !== null && (emailClaimedAt === null || issuedAt > emailClaimedAt);
  if (!newer || email === claimedEmail) return { kind: 'SAME' };
  return { kind: 'MOVE', email, claimedAt: issuedAt };
}

/** An account of an issuer, as it is stored. Issuers hold no blanks. */
export function subjectOf(issuer: string, account: string): string {
  return `${issuer} ${account}`;
}

function issuerOf(subject: string): string {
  return subject.slice(0, subject.indexOf(' '));
}
