import type { Locale } from '../../domain/locales.js';
import type { Tx } from '../../platform/db/open.js';
import type { TemplateName, TemplateReference } from '../outbox/email-templates.js';

/** Reasons for which a mail that was written is not sent. */
export const DISCARD_REASONS = {
  BY_ADMIN: 'An admin took it out of the queue.',
  PSEUDONYMIZED: 'The personal data it was about was replaced.',
  LEAD_ENDED: 'The lead is no longer protected: it was converted, lost or given back.',
  LEAD_MOVED_ON: 'The lead has, or had since, another owner or a new protection.',
  PROTECTION_OVER: 'The date it was to warn of has passed.',
  PROGRESS_MADE: 'The window it warned of was left by progress.',
  DATE_MOVED: 'The date it was to remind of has moved; another reminder comes in time.',
  ACKNOWLEDGED: 'The recipient has acknowledged it in the app.',
  RECIPIENT_INACTIVE: 'The account of the recipient is no longer active.',
  NOT_RESPONSIBLE: 'The recipient no longer answers for the subject of the mail.',
  REQUEST_DECIDED: 'The extension request was decided, or its ownership has ended.',
  LINK_REPLACED: 'The feedback link was replaced or used, or the sample was cancelled.',
  LINK_EXPIRED: 'The feedback link has expired.',
  WARNING_DELIVERED: 'The warning it tells of has been delivered since.',
  HOLD_SETTLED: 'The hold it was about was ended, confirmed or voided.',
  CONTACT_GONE: 'The contact was removed, or has no e-mail address any more.',
} as const;

export type DiscardReason = keyof typeof DISCARD_REASONS;

/** A mail that is about to be sent, with what it was written from. */
export interface EmailToJudge<Name extends TemplateName = TemplateName> {
  readonly leadId: string | null;
  readonly recipient: string;
  readonly locale: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly reference: TemplateReference<Name>;
}

/** The verdict of the present state on a mail that was written earlier. */
export type Judgement =
  /** Its present recipient, and the data that has changed, or may have, since it was written. */
  | {
      readonly kind: 'send';
      readonly recipient: string;
      readonly locale: Locale;
      readonly data: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'discard'; readonly reason: DiscardReason }
  /** The clock of its lead stands still; to be judged again then. */
  | { readonly kind: 'wait'; readonly until: Date };

export type Judge<Name extends TemplateName> = (
  tx: Tx,
  email: EmailToJudge<Name>,
  now: Date,
) => Promise<Judgement>;

export function discard(reason: DiscardReason): Judgement {
  return { kind: 'discard', reason };
}
