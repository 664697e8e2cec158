import { z } from 'zod';
import { ConflictError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import { idempotencyKeyInput, parseInput } from '../../platform/verbs/parse-input.js';
import { emailInput, localeInput, nameInput, roleInput, territoryInput } from './user-input.js';

export const createUserInput = z.object({
  email: emailInput,
  name: nameInput,
  role: roleInput,
  territory: territoryInput.nullish(),
  locale: localeInput.default('de'),
  idempotencyKey: idempotencyKeyInput,
});

export type CreateUserInput = z.input<typeof createUserInput>;

/**
 * Creates a user. Identity tokens name the e-mail address.
 * @throws ConflictError if another user has the e-mail address
 */
export async function createUser(
  ctx: VerbContext,
  input: CreateUserInput,
): Promise<{ userId: string; replayed: boolean }> {
  requireMay(ctx, 'createUser');
  const parsed = parseInput(ctx, createUserInput, input);
  const { idempotencyKey, territory = null, ...user } = parsed;
  const { id, replayed } = await inTransaction(ctx, (ctx) =>
    once(ctx, {
      verb: 'createUser',
      key: idempotencyKey,
      input: parsed,
      run: async (ctx) => {
        const id = newId();
        const { count } = await ctx.tx.user.createMany({
          data: { ...user, id, territory, createdAt: ctx.now },
          skipDuplicates: true,
        });
        if (count === 0)
          throw new ConflictError(
            `There is a user with the e-mail ${user.email} already.`,
            'EMAIL_TAKEN',
          );
        await appendAudit(ctx, {
          action: 'createUser',
          entity: 'User',
          entityId: id,
          after: { role: user.role, territory, locale: user.locale },
        });
        await appendEvent(ctx, {
          type: 'USER_CREATED',
          payload: { userId: id, role: user.role },
        });
        return { id };
      },
    }),
  );
  return { userId: id, replayed };
}
