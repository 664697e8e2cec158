import type { DatedJsonObject } from '../../domain/json.js';
import type { Locale } from '../../domain/locales.js';
import { newId } from '../../platform/db/ids.js';
import type { Tx } from '../../platform/db/open.js';
import { EMAIL_TEMPLATES, type TemplateName, type TemplateReference } from './email-templates.js';

interface NewEmailOf<Name extends TemplateName> {
  readonly template: Name;
  readonly locale: Locale;
  readonly recipient: string;
  /** The subject of the mail, by which its recipient and text are judged again when it is sent. */
  readonly reference: TemplateReference<Name>;
  /** The data of the template, as EMAIL_TEMPLATES defines it. */
  readonly data: DatedJsonObject;
  /** The mail is written once per key, for any number of callers. Holds no personal data. */
  readonly dedupeKey: string;
  /** The lead it is about: its pseudonymisation blanks the mail. */
  readonly leadId?: string | null;
  /** The reminder that it carries: it is delivered when the mail has left. */
  readonly reminderId?: string;
  /** Before that it is not sent, unless a digest takes it along; at once without it. */
  readonly notBefore?: Date | null;
}

export type NewEmail<Name extends TemplateName = TemplateName> = {
  readonly [Each in Name]: NewEmailOf<Each>;
}[Name];

/** Due at once by any clock of the dispatcher. */
const AT_ONCE = new Date(0).toISOString();

/**
 * Puts mails into the outbox, in the caller's transaction and with one statement.
 * Returns how many were new.
 */
export async function enqueueEmails(tx: Tx, mails: readonly NewEmail[]): Promise<number> {
  if (mails.length === 0) return 0;
  const rows = mails.map(({ dedupeKey, leadId, reminderId, notBefore, ...mail }) => {
    const { template, locale, recipient, data, reference } = mail;
    return {
      id: newId(),
      template,
      locale,
      recipient,
      data,
      reference,
      priority: EMAIL_TEMPLATES[template].priority,
      dedupe_key: dedupeKey,
      lead_id: leadId ?? null,
      reminder_id: reminderId ?? null,
      next_attempt_at: notBefore?.toISOString() ?? AT_ONCE,
    };
  });
  // To name the key of the conflict one would have to see the mails, which agents do not.
  return tx.$executeRaw`
    INSERT INTO outbox_email
      (id, template, locale, recipient, data, reference, priority, dedupe_key, lead_id, reminder_id,
      next_attempt_at)
    SELECT id, template, locale, recipient, data, reference, priority, dedupe_key, lead_id, reminder_id,
      next_attempt_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS mail (
      id uuid, template text, locale text, recipient text, data jsonb, reference jsonb, priority int,
      dedupe_key text, lead_id uuid, reminder_id uuid, next_attempt_at timestamptz)
    ON CONFLICT DO NOTHING`;
}
