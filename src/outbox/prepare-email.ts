import { AS_SYSTEM } from '../auth/actor.js';
import type { Database } from '../db/open.js';
import type { ClaimedEmail } from './claim-email.js';
import { judgeEmail } from './judge-email.js';
import type { Judgement } from './judgement.js';
import { loadEmailSettings } from './load-email-settings.js';
import { renderEmail } from './render-email.js';
import type { EmailToSend } from './transport.js';

/** A mail as it goes out, with what it was rendered from. */
export interface PreparedEmail {
  readonly kind: 'send';
  readonly email: EmailToSend;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Judges a claimed mail by the state of now, and renders it from that if it is to go out.
 * @throws RenderError
 */
export async function prepareEmail(
  db: Database,
  claimed: ClaimedEmail,
  now: Date,
  publicUrl: string | null,
): Promise<PreparedEmail | Exclude<Judgement, { kind: 'send' }>> {
  const { judgement, settings } = await db.transaction(
    async (tx) => ({
      settings: await loadEmailSettings(tx, publicUrl),
      judgement: await judgeEmail(tx, claimed, now),
    }),
    AS_SYSTEM,
  );
  if (judgement.kind !== 'send') return judgement;
  const { recipient, locale } = judgement;
  const { template, messageId } = claimed;
  // As it is stored: instants as text.
  const data = JSON.parse(JSON.stringify(judgement.data)) as Record<string, unknown>;
  const rendered = renderEmail({ template, locale, data }, settings);
  return { kind: 'send', email: { ...rendered, recipient, locale, messageId }, data };
}
