import { z } from 'zod';
import type { TemplateName } from './email-templates.js';

const id = z.uuid();
const instant = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso));

/** Ids of the subject of each template's mails, by which they are judged again when they are sent. */
export const TEMPLATE_REFERENCES = {
  /** The owner is told. */
  'progress-warning': z.object({ ownershipId: id, windowStart: instant }),
  /** The owner is told. */
  'base-period-ending': z.object({ ownershipId: id, windowStart: instant }),
  'protection-expired': z.object({ ownershipId: id, recipientId: id }),
  'protection-expired-managers': z.object({ ownershipId: id, recipientId: id }),
  'follow-up': z.object({ reminderId: id }),
  'extension-requested': z.object({ requestId: id, recipientId: id }),
  'extension-decided': z.object({ requestId: id }),
  'feedback-request': z.object({ sampleId: id, contactId: id }),
  'warning-undeliverable': z.object({ reminderId: id, recipientId: id }),
  'hold-ending': z.object({ holdId: id, recipientId: id }),
  'audit-checkpoint': z.object({ recipientId: id }),
  'grace-ending': z.object({ ownershipId: id, recipientId: id, endsAt: instant }),
  /** The leads stand in the order of the list. */
  'leads-assigned': z.object({ recipientId: id, leadIds: z.array(id) }),
  'leads-taken': z.object({ recipientId: id, leadIds: z.array(id) }),
} as const satisfies Record<TemplateName, z.ZodType>;

export type TemplateReference<Name extends TemplateName> = z.output<
  (typeof TEMPLATE_REFERENCES)[Name]
>;
