import type { Actor } from '../auth/actor.js';
import { inTransaction, type VerbContext } from '../context.js';
import type { OutboxEmail, Prisma } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';
import { loadPolicy } from '../settings/load-policy.js';
import { RenderError, type RenderedEmail, renderEmail } from './render-email.js';

const READERS: ReadonlySet<Actor['role']> = new Set(['ADMIN', 'AUDITOR', 'SYSTEM']);

/** The mails that somebody may list: all of them or none. */
export function visibleEmails(actor: Actor): Prisma.OutboxEmailWhereInput {
  return READERS.has(actor.role) ? {} : { id: { in: [] } };
}

export function findEmail(ctx: VerbContext, id: string): Promise<OutboxEmail | null> {
  const where = { AND: [{ id }, visibleEmails(ctx.actor)] };
  return inTransaction(ctx, ({ tx }) => tx.outboxEmail.findFirst({ where }));
}

/**
 * A mail as its reader sees it: the copy if the outbox kept one, else what it is rendered to now.
 * `null` if it cannot be rendered, or not any more.
 */
export async function previewEmail(
  ctx: VerbContext,
  email: OutboxEmail,
  publicUrl: string | null,
): Promise<RenderedEmail | null> {
  const { subject, textBody: text, htmlBody: html } = email;
  if (subject !== null && text !== null && html !== null) return { subject, text, html };
  const { timeZone } = await inTransaction(ctx, ({ tx }) => loadPolicy(tx));
  try {
    return renderEmail(email, { timeZone, publicUrl });
  } catch (error) {
    if (error instanceof RenderError) return null;
    throw error;
  }
}

export interface OutboxLag {
  readonly pending: number;
  readonly dead: number;
  /** When the oldest waiting mail was written; null if none waits. */
  readonly oldestPendingAt: Date | null;
}

/** What dashboards and alerts look at. */
export async function outboxLag(tx: Tx): Promise<OutboxLag> {
  const [lag] = await tx.$queryRaw<OutboxLag[]>`
    SELECT count(*) FILTER (WHERE status = 'PENDING')::int AS pending,
      count(*) FILTER (WHERE status = 'DEAD')::int AS dead,
      min(created_at) FILTER (WHERE status = 'PENDING') AS "oldestPendingAt"
    FROM outbox_email WHERE status IN ('PENDING', 'DEAD')`;
  return lag ?? { pending: 0, dead: 0, oldestPendingAt: null };
}
