import { type Actor, AS_SYSTEM, type Role, SYSTEM_ACTOR } from '../../domain/actor.js';
import { ConflictError, UnauthenticatedError, ValidationError } from '../../domain/errors.js';
import type { Database } from '../../platform/db/open.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { createUser } from '../users/create-user.js';
import { updateUser } from '../users/update-user.js';
import { adoptIdentity } from './adopt-identity.js';
import { decideIdentity } from './decide-identity.js';
import { decideSignIn, type SignInDecision } from './decide-sign-in.js';
import { findSignIn, toActor, type UserRow } from './load-actor.js';
import type { TokenClaims } from './token.js';

/**
 * The user whom a good token names, made or changed as the identity provider says where that is configured.
 * @throws UnauthenticatedError
 */
export async function actorOfClaims(db: Database, claims: TokenClaims, now: Date): Promise<Actor> {
  const user = await findSignIn(db, claims);
  const provisionRole = user ? null : await roleForUnknown(db);
  const decision = decideSignIn(user, claims, provisionRole);
  if (decision.kind === 'REFUSE') throw new UnauthenticatedError(decision.message);
  const identity = user && decideIdentity(user, claims);
  if (identity?.kind === 'REFUSE') throw new UnauthenticatedError(identity.message);
  if (user && identity?.kind === 'SAME' && decision.kind === 'ACCEPT') return toActor(user);

  // In the name of the system: the provider may make changes that the user may not.
  const ctx: VerbContext = { db, actor: SYSTEM_ACTOR, now, requestId: null };
  if (user && identity && identity.kind !== 'SAME') {
    await adoptIdentity(ctx, user.id, identity, claims);
  }
  await carryOut(ctx, decision, user, claims);
  const made = await findSignIn(db, claims);
  if (!made?.active)
    throw new UnauthenticatedError('The token is for nobody who may sign in here.');
  return toActor(made);
}

function roleForUnknown(db: Database): Promise<Role | null> {
  return db.transaction((tx) => readSetting(tx, 'provisionRole'), AS_SYSTEM);
}

async function carryOut(
  ctx: VerbContext,
  decision: Exclude<SignInDecision, { kind: 'REFUSE' }>,
  user: UserRow | null,
  claims: TokenClaims,
): Promise<void> {
  if (decision.kind === 'CREATE') return provision(ctx, decision, claims);
  if (!user || decision.kind === 'ACCEPT') return;
  const { claimedAt } = decision;
  await inTransaction(ctx, async (ctx) => {
    // Settles the race of two tokens that say different things: the newer one wins.
    const { count } = await ctx.tx.user.updateMany({
      where: { id: user.id, OR: [{ roleClaimedAt: null }, { roleClaimedAt: { lt: claimedAt } }] },
      data: { roleClaimedAt: claimedAt },
    });
    if (count === 0 || decision.kind === 'CONFIRM') return;
    const { role, territory } = decision;
    await updateUser(ctx, { userId: user.id, role, territory });
  });
}

async function provision(
  ctx: VerbContext,
  { role, territory, claimedAt }: Extract<SignInDecision, { kind: 'CREATE' }>,
  { email, name, subject, issuedAt }: TokenClaims,
): Promise<void> {
  try {
    await inTransaction(ctx, async (ctx) => {
      const shown = (name ?? email).slice(0, 200);
      const { userId } = await createUser(ctx, { email, name: shown, role, territory });
      await ctx.tx.user.update({
        where: { id: userId },
        data: {
          roleClaimedAt: claimedAt,
          subject,
          ...(subject === null ? {} : { claimedEmail: email, emailClaimedAt: issuedAt }),
        },
      });
    });
  } catch (error) {
    // Another request of the same new user was a moment earlier.
    if (error instanceof ConflictError) return;
    if (!(error instanceof ValidationError)) throw error;
    throw new UnauthenticatedError(`The user of the token cannot be let in: ${error.message}`);
  }
}
