import { newId } from '../db/ids.js';
import type { Tx } from '../db/open.js';
import type { EmailLocale, TemplateName } from './email-templates.js';

type EmailValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | readonly EmailValue[]
  | { readonly [key: string]: EmailValue };

export interface NewEmail {
  readonly template: TemplateName;
  readonly locale: EmailLocale;
  readonly recipient: string;
  /** What the template shows; TEMPLATE_DATA says what it needs. */
  readonly data: { readonly [key: string]: EmailValue };
  /** The mail is written once per key, whoever asks and how often. Holds no personal data. */
  readonly dedupeKey: string;
  /** The lead it is about: its pseudonymisation blanks the mail. */
  readonly leadId?: string | null;
}

/** Due at once by whatever clock the dispatcher keeps. */
const AT_ONCE = new Date(0).toISOString();

/**
 * Puts mails into the outbox, in the caller's transaction and with one statement.
 * Returns how many were new.
 */
export async function enqueueEmails(tx: Tx, mails: readonly NewEmail[]): Promise<number> {
  if (mails.length === 0) return 0;
  const rows = mails.map(({ template, locale, recipient, data, dedupeKey, leadId }) => {
    const id = newId();
    return {
      id,
      template,
      locale,
      recipient,
      data,
      dedupe_key: dedupeKey,
      lead_id: leadId ?? null,
      message_id: `<${id}@leadwarden>`,
    };
  });
  // To name the key of the conflict one would have to see the mails, which agents do not.
  return tx.$executeRaw`
    INSERT INTO outbox_email
      (id, template, locale, recipient, data, dedupe_key, lead_id, message_id, next_attempt_at)
    SELECT id, template, locale, recipient, data, dedupe_key, lead_id, message_id,
      ${AT_ONCE}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS mail (
      id uuid, template text, locale text, recipient text, data jsonb, dedupe_key text,
      lead_id uuid, message_id text)
    ON CONFLICT DO NOTHING`;
}
