import { ConflictError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { updateUser } from '../users/update-user.js';
import type { IdentityDecision } from './decide-identity.js';
import type { TokenClaims } from './token.js';

/** Stores a user's account at the identity provider, or its present address. */
export async function adoptIdentity(
  ctx: VerbContext,
  userId: string,
  decision: Extract<IdentityDecision, { kind: 'BIND' | 'MOVE' }>,
  { email, issuedAt }: TokenClaims,
): Promise<void> {
  if (decision.kind === 'MOVE') return move(ctx, userId, decision);
  const { subject } = decision;
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.tx.user.updateMany({
      // A user whom an admin unbound may have been bound by another request a moment earlier.
      where: { id: userId, OR: [{ subject: null }, { subject: { not: subject } }] },
      data: { subject, claimedEmail: email, emailClaimedAt: issuedAt },
    });
    if (count === 0) return;
    // The account is stored in the table of users only.
    const after = { signInAccount: 'bound' };
    await appendAudit(ctx, { action: 'bindSignIn', entity: 'User', entityId: userId, after });
  });
}

async function move(
  ctx: VerbContext,
  userId: string,
  { email, claimedAt }: Extract<IdentityDecision, { kind: 'MOVE' }>,
): Promise<void> {
  // Settles the race of two tokens that say different things: the newer one wins.
  const noteDown = (ctx: TxContext) =>
    ctx.tx.user.updateMany({
      where: { id: userId, OR: [{ emailClaimedAt: null }, { emailClaimedAt: { lt: claimedAt } }] },
      data: { claimedEmail: email, emailClaimedAt: claimedAt },
    });
  try {
    await inTransaction(ctx, async (ctx) => {
      const { count } = await noteDown(ctx);
      if (count > 0) await updateUser(ctx, { userId, email });
    });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    // Another user has the address: this one keeps theirs, and signs in by the account all the same.
    await inTransaction(ctx, noteDown);
  }
}
