import { z } from 'zod';
import { UNDELIVERABLE_CAUSES } from '../../domain/undeliverable-causes.js';
import { oneLine, visible } from '../../platform/input/plain-text.js';

export const TEMPLATE_NAMES = [
  'progress-warning',
  'base-period-ending',
  'protection-expired',
  'protection-expired-managers',
  'follow-up',
  'extension-requested',
  'extension-decided',
  'feedback-request',
  'warning-undeliverable',
  'hold-ending',
  'audit-checkpoint',
  'grace-ending',
  'leads-assigned',
  'leads-taken',
] as const;

export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** Mails that go out as one if there are several of a night for one person. */
export const DIGESTED = ['progress-warning', 'base-period-ending', 'grace-ending'] as const;

/** The templates of mails: a digest is rendered from several mails of the outbox when they are sent. */
export type RenderedTemplate = TemplateName | 'warning-digest';

/** Stored as ISO 8601, because the data of a mail is JSON. */
const instant = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso));
/** Names and the like, which stand in subjects and greetings: one line, without what hides or turns text around. */
const text = z.string().transform(oneLine).pipe(z.string().min(1));
/** Text written by a user or customer; it may have several lines. */
const prose = z.string().transform(visible).pipe(z.string().min(1));
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);

const lead = { recipientName: optional(text), companyName: text, city: text };
/** Of a deputy: whose deputy they are. */
const onBehalfOf = optional(text);
const reason = z.enum(['NO_PROGRESS', 'BASE_PERIOD_ENDED']);
const months = z.number().int().positive();

/** Leads that went to or from an agent, of which a mail lists the first. */
const handOver = {
  recipientName: optional(text),
  by: text,
  reason: optional(text),
  leads: z
    .array(
      z.object({
        // Null where the reader does not see the lead any more.
        id: optional(z.uuid()),
        companyName: text,
        city: text,
        expiresAt: optional(instant),
      }),
    )
    .min(1),
  others: z.number().int().min(0),
};

function counted<Data extends { leads: readonly unknown[]; others: number }>(data: Data) {
  return { ...data, total: data.leads.length + data.others };
}

/** The data of each template. Checked when a mail is rendered, so a bad mail fails alone. */
export const TEMPLATE_DATA = {
  'progress-warning': z.object({
    ...lead,
    onBehalfOf,
    progressDeadline: optional(instant),
    expiresAt: optional(instant),
  }),
  'base-period-ending': z.object({
    ...lead,
    onBehalfOf,
    baseEndsAt: optional(instant),
    expiresAt: optional(instant),
  }),
  'protection-expired': z.object({ ...lead, reason, expiredAt: instant }),
  'protection-expired-managers': z.object({
    ...lead,
    ownerName: optional(text),
    reason,
    expiredAt: instant,
  }),
  'follow-up': z.object({ ...lead, dueAt: instant, note: optional(prose) }),
  'extension-requested': z.object({
    ...lead,
    requestedBy: text,
    months,
    reason: prose,
    baseEndsAt: optional(instant),
    expiresAt: optional(instant),
  }),
  'extension-decided': z.object({
    ...lead,
    approved: z.boolean(),
    months,
    note: optional(prose),
    baseEndsAt: optional(instant),
    expiresAt: optional(instant),
  }),
  'feedback-request': z.object({
    recipientName: optional(text),
    companyName: text,
    senderName: text,
    link: z.url({ protocol: /^https?$/ }),
    expiresAt: instant,
    items: z.array(z.object({ name: text, quantity: z.number().int().positive() })).min(1),
  }),
  'warning-undeliverable': z.object({
    ...lead,
    ownerName: optional(text),
    cause: z.enum(UNDELIVERABLE_CAUSES),
  }),
  'hold-ending': z.object({
    ...lead,
    ownerName: optional(text),
    endsBy: instant,
    expiresAt: optional(instant),
  }),
  'audit-checkpoint': z.object({
    recipientName: optional(text),
    position: z.number().int().positive(),
    hash: z.string().regex(/^[\da-f]{64}$/),
    // Null in mails of earlier versions.
    keyVersion: optional(z.int()),
    mac: optional(z.string().regex(/^[\da-f]{64}$/)),
    at: instant,
  }),
  'grace-ending': z.object({ ...lead, onBehalfOf, ownerName: optional(text), expiresAt: instant }),
  'leads-assigned': z.object(handOver).transform(counted),
  'warning-digest': z
    .object({
      recipientName: optional(text),
      onBehalfOf,
      leads: z
        .array(
          z.object({
            id: optional(z.uuid()),
            companyName: text,
            city: text,
            template: z.enum(DIGESTED),
            ownerName: optional(text),
            progressDeadline: optional(instant),
            baseEndsAt: optional(instant),
            expiresAt: optional(instant),
          }),
        )
        .min(2),
    })
    .transform((data) => ({ ...data, total: data.leads.length })),
  'leads-taken': z
    .object({ ...handOver, how: z.enum(['REASSIGNED', 'RELEASED', 'CONVERTED', 'LOST']) })
    .transform(counted),
} as const satisfies Record<RenderedTemplate, z.ZodType>;

/** Mails with a lower number are sent first. */
export const TEMPLATE_PRIORITY = {
  'progress-warning': 0,
  'base-period-ending': 0,
  'follow-up': 1,
  'extension-requested': 1,
  'extension-decided': 1,
  'protection-expired': 2,
  'protection-expired-managers': 2,
  'feedback-request': 2,
  'warning-undeliverable': 1,
  'hold-ending': 1,
  'audit-checkpoint': 2,
  'grace-ending': 0,
  'leads-assigned': 1,
  'leads-taken': 2,
} as const satisfies Record<TemplateName, number>;

export function isTemplateName(name: string): name is TemplateName {
  return TEMPLATE_NAMES.some((known) => known === name);
}

export function isRenderedTemplate(name: string): name is RenderedTemplate {
  return Object.hasOwn(TEMPLATE_DATA, name);
}
