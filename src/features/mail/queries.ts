import type { Actor } from '../../domain/actor.js';
import type { OutboxEmail, Prisma } from '../../platform/db/generated/prisma/client.js';
import { seesAll } from '../../platform/identity/sight.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { judgeEmail, type WrittenEmail } from './judge-email.js';
import { loadEmailSettings } from './load-email-settings.js';
import { RenderError, type RenderedEmail, renderEmail } from './render-email.js';

/** The mails that an actor may list: all of them or none. */
export function visibleEmails(actor: Actor): Prisma.OutboxEmailWhereInput {
  return seesAll(actor, 'trail') ? {} : { id: { in: [] } };
}

/** Whether an actor may read the bodies of mails, and with them the links. */
export function readsBodies({ role }: Actor): boolean {
  return role === 'ADMIN' || role === 'SYSTEM';
}

/**
 * A mail as its reader sees it: the copy if the outbox kept one, else what it is rendered to now. One that is still to be
 * sent is rendered from the state of now. `null` if it cannot be rendered, or not any more, or would be discarded.
 */
export async function previewEmail(
  ctx: VerbContext,
  email: OutboxEmail,
  publicUrl: string | null,
): Promise<RenderedEmail | null> {
  const { subject, textBody: text, htmlBody: html } = email;
  if (subject !== null && text !== null && html !== null) return { subject, text, html };
  try {
    return await inTransaction(ctx, async ({ tx, now }) => {
      const settings = await loadEmailSettings(tx, publicUrl);
      if (email.status !== 'PENDING') return renderEmail(email, settings);
      const judgement = await judgeEmail(tx, email as WrittenEmail, now);
      if (judgement.kind === 'discard') return null;
      if (judgement.kind === 'wait') return renderEmail(email, settings);
      const data = JSON.parse(JSON.stringify(judgement.data)) as unknown;
      return renderEmail({ ...email, locale: judgement.locale, data }, settings);
    });
  } catch (error) {
    if (error instanceof RenderError) return null;
    throw error;
  }
}
