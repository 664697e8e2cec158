import { z } from 'zod';
import { appendAudit } from '../audit/append-audit.js';
import { ROLES } from '../auth/actor.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import { newId } from '../db/ids.js';
import { normalizeEmail } from '../domain/matching.js';
import { ConflictError } from '../errors.js';
import { parseInput, requiredText } from '../parse-input.js';

const createUserInput = z.object({
  email: z.string().transform((given, check) => {
    const email = normalizeEmail(given);
    if (email !== null) return email;
    check.addIssue({ code: 'custom', message: `${JSON.stringify(given)} is no e-mail address` });
    return z.NEVER;
  }),
  name: requiredText(200),
  role: z.enum(ROLES, `allowed is one of ${ROLES.join(', ')}`),
  territory: requiredText(50).nullish(),
  locale: z.enum(['de', 'en'], 'allowed is de or en').default('de'),
});

export type CreateUserInput = z.input<typeof createUserInput>;

/** Lets somebody in. The e-mail address is what tokens name. */
export async function createUser(
  ctx: VerbContext,
  input: CreateUserInput,
): Promise<{ userId: string }> {
  requireMay(ctx, 'createUser');
  const { territory, ...user } = parseInput(createUserInput, input);
  const userId = newId();
  return inTransaction(ctx, async (inner) => {
    const { count } = await inner.tx.user.createMany({
      data: { ...user, id: userId, territory: territory ?? null, createdAt: ctx.now },
      skipDuplicates: true,
    });
    if (count === 0)
      throw new ConflictError(`There is a user with the e-mail ${user.email} already.`);
    await appendAudit(inner, {
      action: 'createUser',
      entity: 'User',
      entityId: userId,
      after: { role: user.role, territory: territory ?? null, locale: user.locale },
    });
    return { userId };
  });
}
