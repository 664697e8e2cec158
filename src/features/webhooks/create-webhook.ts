import { z } from 'zod';
import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { readLogState } from '../../platform/events/read-log.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import {
  idempotencyKeyInput,
  idInput,
  parseInput,
  requiredLine,
} from '../../platform/verbs/parse-input.js';
import { announceWebhook } from './announce-webhook.js';
import { requireOwnSight } from './visible-webhooks.js';
import { requirePublicUrl, typesInput, urlInput, type WebhookServices } from './webhook-input.js';
import { newWebhookSecret, sealSecret } from './webhook-secret.js';

export const createWebhookInput = z.object({
  /** The user whose sight the endpoint has. */
  userId: idInput,
  name: requiredLine(100),
  url: urlInput,
  types: typesInput.nullish(),
  leadId: idInput.nullish(),
  /** Cursor behind which it begins; the end of the log if left out. */
  after: z.string().nullish(),
  idempotencyKey: idempotencyKeyInput,
});

export type CreateWebhookInput = z.input<typeof createWebhookInput>;

export interface CreatedWebhook {
  readonly id: string;
  readonly replayed: boolean;
  /** Returned once, and not again for a repeated idempotency key. */
  readonly secret: string | null;
}

/**
 * Creates an endpoint that gets the events its user may see.
 * @throws ConflictError unless the user is active
 * @throws CursorExpiredError
 */
export async function createWebhook(
  ctx: VerbContext,
  input: CreateWebhookInput,
  { keyRing, outbound }: WebhookServices,
): Promise<CreatedWebhook> {
  requireMay(ctx, 'createWebhook');
  const parsed = parseInput(ctx, createWebhookInput, input);
  const { userId, name, url, types, leadId, after, idempotencyKey } = parsed;
  requireOwnSight(ctx, { userId });
  await requirePublicUrl(outbound, url);
  const secret = newWebhookSecret();
  const create = async (ctx: TxContext) => {
    await requireActive(ctx, userId);
    if (leadId) await requireLead(ctx, leadId);
    const log = await readLogState(ctx.tx);
    const position =
      after == null ? log.lastPosition : cursorsOf(keyRing).locate(after, log, ctx.actor);
    const [id, secretId] = [newId(), newId()];
    await ctx.tx.webhook.create({
      data: {
        id,
        userId,
        name,
        url,
        types: types ?? [],
        leadId: leadId ?? null,
        epoch: log.epoch,
        position: BigInt(position),
        nextAttemptAt: ctx.now,
        createdAt: ctx.now,
        createdById: ctx.actor.id,
      },
    });
    // `create` would read back columns that no role may read.
    await ctx.tx.webhookSecret.createMany({
      data: [
        {
          id: secretId,
          webhookId: id,
          createdAt: ctx.now,
          ...sealSecret(keyRing, secretId, secret),
        },
      ],
    });
    await appendAudit(ctx, {
      action: 'createWebhook',
      entity: 'Webhook',
      entityId: id,
      after: { userId, name, url, types: types ?? null, onlyLeadId: leadId ?? null },
    });
    await announceWebhook(ctx, id, 'CREATED', { userId });
    return { id };
  };
  const { id, replayed } = await inTransaction(ctx, (ctx) =>
    once(ctx, {
      verb: 'createWebhook',
      key: idempotencyKey,
      input: parsed,
      run: create,
      mayKnow: requireThere,
    }),
  );
  return { id, replayed, secret: replayed ? null : secret };
}

async function requireActive({ tx }: TxContext, userId: string): Promise<void> {
  const user = await tx.user.findUnique({ where: { id: userId } });
  if (!user) throw new NotFoundError('User', userId);
  if (!user.active)
    throw new ConflictError(
      'The user is not active; endpoints are for active users.',
      'USER_UNFIT',
    );
}

async function requireLead({ tx }: TxContext, leadId: string): Promise<void> {
  const lead = await tx.lead.findUnique({ where: { id: leadId }, select: { id: true } });
  if (!lead) throw new NotFoundError('Lead', leadId);
}

/** It may have been deleted since. */
async function requireThere({ tx }: TxContext, id: string): Promise<void> {
  const webhook = await tx.webhook.findUnique({ where: { id }, select: { id: true } });
  if (!webhook) throw new NotFoundError('Webhook', id);
}
