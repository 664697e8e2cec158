import { z } from 'zod';
import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { User } from '../../platform/db/generated/prisma/client.js';
import { violatedConstraint } from '../../platform/db/violated-constraint.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { requireVersion } from '../../platform/verbs/require-version.js';
import { type HandedOver, handOverLeads } from './hand-over-leads.js';
import { emailInput, localeInput, nameInput, roleInput, territoryInput } from './user-input.js';

/** A field that is left out stays as it is. */
export const updateUserInput = z.object({
  userId: idInput,
  /** The version that was read before; if the user has another one now, nothing is changed. */
  expectedVersion: z.number().int().positive().nullish(),
  email: emailInput.nullish(),
  name: nameInput.nullish(),
  role: roleInput.nullish(),
  /** Null is the whole market. */
  territory: territoryInput.nullish(),
  locale: localeInput.nullish(),
  active: z.boolean().nullish(),
  reassignLeadsTo: idInput.nullish(),
  keepLeads: z.boolean().nullish(),
  forgetSignIn: z.boolean().nullish(),
});

export type UpdateUserInput = z.input<typeof updateUserInput>;
type Wanted = Omit<
  z.output<typeof updateUserInput>,
  'userId' | 'expectedVersion' | 'reassignLeadsTo' | 'keepLeads' | 'forgetSignIn'
>;
type Changes = Partial<Pick<User, 'email' | 'name' | 'role' | 'territory' | 'locale' | 'active'>>;

/** The fields that decide the rights of an actor: after a change of them the user must sign in again. */
const STANDING = ['role', 'territory', 'active'] as const;

/**
 * Changes a user; their subscriptions end at once when their rights change. Their leads under protection go to
 * `reassignLeadsTo`.
 * @throws ConflictError if the user was changed since `expectedVersion`, another one has the e-mail address, no admin
 * would be left, or leads would be left with a user who can own none, without `keepLeads`
 */
export async function updateUser(
  ctx: VerbContext,
  input: UpdateUserInput,
): Promise<{ userId: string } & HandedOver> {
  requireMay(ctx, 'updateUser');
  const { userId, expectedVersion, reassignLeadsTo, keepLeads, forgetSignIn, ...wanted } =
    parseInput(ctx, updateUserInput, input);
  return inTransaction(ctx, async (ctx) => {
    // All of them, always in this order: two admins who remove each other wait for each other here.
    const admins = removes(wanted) ? await lockAdmins(ctx) : null;
    const user = await lockUser(ctx, userId);
    requireVersion('user', user.version, expectedVersion ?? null);
    const changes = changesOf(user, wanted);
    const fields = Object.keys(changes) as (keyof Changes)[];
    if (admins && fields.length > 0) requireAdminLeft(ctx, user, admins);
    const handedOver = await handOverLeads(
      ctx,
      user,
      { ...user, ...changes },
      { reassignLeadsTo: reassignLeadsTo ?? null, keepLeads: keepLeads ?? false },
    );
    if (forgetSignIn) await unbindSignIn(ctx, user);
    if (fields.length === 0) return { userId, ...handedOver };
    if (changes.email !== undefined) await moveAddress(ctx, user, changes.email);
    const standing = STANDING.some((field) => field in changes);
    await ctx.tx.user.update({
      where: { id: userId },
      data: {
        ...changes,
        version: user.version + 1,
        // The role in an older token was overruled.
        ...(standing && ctx.actor.role !== 'SYSTEM' ? { roleClaimedAt: ctx.now } : {}),
      },
    });
    await appendAudit(ctx, {
      action: 'updateUser',
      entity: 'User',
      entityId: userId,
      before: Object.fromEntries(fields.map((field) => [field, user[field]])),
      after: Object.fromEntries(fields.map((field) => [field, changes[field]])),
    });
    const { role, active } = { ...user, ...changes };
    await appendEvent(ctx, { type: 'USER_CHANGED', payload: { userId, fields, role, active } });
    return { userId, ...handedOver };
  }).catch((error: unknown) => {
    // Two users were given it in the same moment.
    if (violatedConstraint(error) !== 'user_account_email_key') throw error;
    throw emailTaken(wanted.email);
  });
}

/**
 * All references to the user stay; only mails that wait know the address. Tokens that still name the former one count
 * until the identity provider names another, or tells by which account the user signs in.
 */
async function moveAddress({ tx }: TxContext, user: User, email: string): Promise<void> {
  if ((await tx.user.count({ where: { email } })) > 0) {
    throw emailTaken(email);
  }
  if (user.subject === null && user.claimedEmail === null) {
    await tx.user.update({ where: { id: user.id }, data: { claimedEmail: user.email } });
  }
  await tx.outboxEmail.updateMany({
    where: { recipient: user.email, status: { in: ['PENDING', 'DEAD'] } },
    data: { recipient: email },
  });
}

/** The next token that names their e-mail address says by which account they sign in. */
async function unbindSignIn(ctx: TxContext, { id, subject }: User): Promise<void> {
  if (subject === null) return;
  const data = { subject: null, claimedEmail: null, emailClaimedAt: null };
  await ctx.tx.user.update({ where: { id }, data });
  const after = { signInAccount: null };
  await appendAudit(ctx, { action: 'updateUser', entity: 'User', entityId: id, after });
}

function emailTaken(email: string | null | undefined): ConflictError {
  return new ConflictError(`There is a user with the e-mail ${email} already.`, 'EMAIL_TAKEN');
}

async function lockUser({ tx }: TxContext, userId: string): Promise<User> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT FROM user_account WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  if (found.length === 0) throw new NotFoundError('User', userId);
  return tx.user.findUniqueOrThrow({ where: { id: userId } });
}

/** The fields of the input that differ from the stored ones; only the territory can be emptied. */
function changesOf(user: User, { territory, ...rest }: Wanted): Changes {
  const named = [...Object.entries(rest).filter(([, value]) => value != null)];
  if (territory !== undefined) named.push(['territory', territory]);
  return Object.fromEntries(
    named.filter(([field, value]) => user[field as keyof Changes] !== value),
  );
}

/** Whether an admin would be none afterwards. */
function removes({ role, active }: Pick<Wanted, 'role' | 'active'>): boolean {
  return (role != null && role !== 'ADMIN') || active === false;
}

async function lockAdmins({ tx }: TxContext): Promise<string[]> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM user_account WHERE role = 'ADMIN' AND active ORDER BY id FOR NO KEY UPDATE`;
  return admins.map(({ id }) => id);
}

/** A change by an identity provider, in the name of the system, counts nevertheless. */
function requireAdminLeft({ actor }: TxContext, { id }: User, admins: readonly string[]): void {
  if (actor.role === 'SYSTEM' || admins.some((admin) => admin !== id)) return;
  throw new ConflictError(
    'This is the only active admin; there must be another one first.',
    'LAST_ADMIN',
  );
}
