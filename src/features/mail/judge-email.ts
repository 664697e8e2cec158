import { ZodError } from 'zod';
import type { Tx } from '../../platform/db/open.js';
import {
  EMAIL_TEMPLATES,
  isTemplateName,
  TEMPLATE_NAMES,
  type TemplateName,
} from '../outbox/email-templates.js';
import type { EmailToJudge, Judge, Judgement } from './judgement.js';
import { judgeAuditCheckpoint } from './judges/audit-checkpoint.js';
import { judgeBasePeriodEnding } from './judges/base-period-ending.js';
import { judgeExtensionDecided } from './judges/extension-decided.js';
import { judgeExtensionRequested } from './judges/extension-requested.js';
import { judgeFeedbackRequest } from './judges/feedback-request.js';
import { judgeFollowUp } from './judges/follow-up.js';
import { judgeGraceEnding } from './judges/grace-ending.js';
import { judgeHoldEnding } from './judges/hold-ending.js';
import { judgeLeadsAssigned } from './judges/leads-assigned.js';
import { judgeLeadsTaken } from './judges/leads-taken.js';
import { judgeProgressWarning } from './judges/progress-warning.js';
import { judgeProtectionExpired } from './judges/protection-expired.js';
import { judgeProtectionExpiredManagers } from './judges/protection-expired-managers.js';
import { judgeReceiptCheckpoint } from './judges/receipt-checkpoint.js';
import { judgeWarningUndeliverable } from './judges/warning-undeliverable.js';
import { problemOf, RenderError } from './render-email.js';

const JUDGES: { readonly [Name in TemplateName]: Judge<Name> } = {
  'progress-warning': judgeProgressWarning,
  'base-period-ending': judgeBasePeriodEnding,
  'protection-expired': judgeProtectionExpired,
  'protection-expired-managers': judgeProtectionExpiredManagers,
  'follow-up': judgeFollowUp,
  'extension-requested': judgeExtensionRequested,
  'extension-decided': judgeExtensionDecided,
  'feedback-request': judgeFeedbackRequest,
  'warning-undeliverable': judgeWarningUndeliverable,
  'hold-ending': judgeHoldEnding,
  'audit-checkpoint': judgeAuditCheckpoint,
  'grace-ending': judgeGraceEnding,
  'leads-assigned': judgeLeadsAssigned,
  'leads-taken': judgeLeadsTaken,
  'receipt-checkpoint': judgeReceiptCheckpoint,
};

/** A row of the outbox, as far as it is judged. */
export interface WrittenEmail extends Omit<EmailToJudge, 'reference' | 'data'> {
  readonly template: string;
  readonly data: unknown;
  readonly reference: unknown;
}

/**
 * The verdict on a mail by the present state, not that of its writing: it goes out with the present facts and to the
 * present address, it waits, or it is discarded.
 * @throws RenderError if its subject is unknown
 */
export async function judgeEmail(tx: Tx, email: WrittenEmail, now: Date): Promise<Judgement> {
  const { template } = email;
  if (!isTemplateName(template)) {
    const allowed = TEMPLATE_NAMES.join(', ');
    throw new RenderError(`There is no template ${JSON.stringify(template)}, only ${allowed}.`);
  }
  return judgeAs(tx, template, email, now);
}

async function judgeAs<Name extends TemplateName>(
  tx: Tx,
  template: Name,
  email: WrittenEmail,
  now: Date,
): Promise<Judgement> {
  const { reference, data, ...rest } = email;
  const judge: Judge<Name> = JUDGES[template];
  const written = data as Readonly<Record<string, unknown>>;
  const parsed = { ...rest, data: written, reference: referenceOf(template, reference) };
  const judgement = await judge(tx, parsed as EmailToJudge<Name>, now);
  if (judgement.kind !== 'send') return judgement;
  return { ...judgement, data: { ...written, ...judgement.data } };
}

function referenceOf(template: TemplateName, reference: unknown): unknown {
  try {
    return EMAIL_TEMPLATES[template].reference.parse(reference);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    throw new RenderError(`${template} does not say what it is about: ${problemOf(error)}`);
  }
}
