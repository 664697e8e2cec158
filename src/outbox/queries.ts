import type { Actor } from '../auth/actor.js';
import { inTransaction, type VerbContext } from '../context.js';
import type { OutboxEmail, Prisma } from '../db/generated/prisma/client.js';
import { loadPolicy } from '../settings/load-policy.js';
import { RenderError, type RenderedEmail, renderEmail } from './render-email.js';

const READERS: ReadonlySet<Actor['role']> = new Set(['ADMIN', 'AUDITOR', 'SYSTEM']);

/** The mails that somebody may list: all of them or none. */
export function visibleEmails(actor: Actor): Prisma.OutboxEmailWhereInput {
  return READERS.has(actor.role) ? {} : { id: { in: [] } };
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
