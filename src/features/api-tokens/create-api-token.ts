import { z } from 'zod';
import { daysLater } from '../../domain/days.js';
import { ConflictError, NotFoundError, ValidationError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { requireMay } from '../../platform/identity/may.js';
import { noScope, SCOPES } from '../../platform/identity/scopes.js';
import { newSecret, secretHash } from '../../platform/keys/secret.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import {
  idempotencyKeyInput,
  idInput,
  instantInput,
  parseInput,
  requiredLine,
} from '../../platform/verbs/parse-input.js';
import { formatToken } from './api-token.js';

const scope = z.string().refine((given) => noScope(given) === null, {
  error: ({ input }) => noScope(String(input)) ?? 'is no scope',
});

export const createApiTokenInput = z.object({
  userId: idInput,
  name: requiredLine(100),
  scopes: z
    .array(scope)
    .min(1, `is empty, allowed are one or more of ${SCOPES.join(', ')}`)
    .transform((scopes) => [...new Set(scopes)]),
  /** As late as is allowed, if left out. */
  expiresAt: instantInput.nullish(),
  idempotencyKey: idempotencyKeyInput,
});

export type CreateApiTokenInput = z.input<typeof createApiTokenInput>;

export interface CreatedApiToken {
  readonly id: string;
  readonly replayed: boolean;
  /** Returned once, and not again for a repeated idempotency key. */
  readonly token: string | null;
}

/**
 * Creates a token by which a program signs in.
 * @throws ConflictError unless the user is an active SERVICE
 */
export async function createApiToken(
  ctx: VerbContext,
  input: CreateApiTokenInput,
): Promise<CreatedApiToken> {
  requireMay(ctx, 'createApiToken');
  const parsed = parseInput(ctx, createApiTokenInput, input, {
    laterRules: ({ expiresAt }) =>
      expiresAt && expiresAt <= ctx.now
        ? [{ path: 'expiresAt', message: tooEarly(expiresAt, ctx.now) }]
        : [],
  });
  const { userId, name, scopes, idempotencyKey } = parsed;
  const secret = newSecret();
  const { id, replayed } = await inTransaction(ctx, (ctx) =>
    once(ctx, {
      verb: 'createApiToken',
      key: idempotencyKey,
      input: parsed,
      run: async (ctx) => {
        await requireProgram(ctx, userId);
        const expiresAt = await expiryOf(ctx, parsed.expiresAt ?? null);
        const id = newId();
        const { now: createdAt, actor } = ctx;
        const known = { id, userId, name, scopes, expiresAt, createdAt, createdById: actor.id };
        // `create` would read back columns that no role may read.
        await ctx.tx.apiToken.createMany({ data: { ...known, secretHash: secretHash(secret) } });
        await appendAudit(ctx, {
          action: 'createApiToken',
          entity: 'ApiToken',
          entityId: id,
          after: { userId, name, scopes, expiresAt },
        });
        await appendEvent(ctx, {
          type: 'API_TOKEN_CREATED',
          payload: { apiTokenId: id, userId, scopes, expiresAt: expiresAt.toISOString() },
        });
        return { id };
      },
    }),
  );
  return { id, replayed, token: replayed ? null : formatToken({ id, secret }) };
}

async function requireProgram(ctx: TxContext, userId: string): Promise<void> {
  const user = await ctx.tx.user.findUnique({ where: { id: userId } });
  if (!user) throw new NotFoundError('User', userId);
  if (user.role === 'SERVICE' && user.active) return;
  throw new ConflictError(
    `The user is ${user.active ? user.role : 'not active'}; API tokens are for active SERVICE users.`,
    'USER_UNFIT',
  );
}

function tooEarly(wanted: Date, now: Date): string {
  return `${wanted.toISOString()} given, allowed is later than ${now.toISOString()}`;
}

async function expiryOf(ctx: TxContext, wanted: Date | null): Promise<Date> {
  const days = await readSetting(ctx.tx, 'apiTokenDays');
  const latest = daysLater(ctx.now, days);
  if (wanted === null) return latest;
  if (wanted > ctx.now && wanted <= latest) return wanted;
  const message = `${wanted.toISOString()} given, allowed is later than now, up to ${latest.toISOString()}`;
  throw new ValidationError([{ path: 'expiresAt', message }]);
}
