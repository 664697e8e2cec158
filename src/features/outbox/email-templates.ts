import { z } from 'zod';
import { UNDELIVERABLE_CAUSES } from '../../domain/undeliverable-causes.js';
import { oneLine, visible } from '../../platform/input/plain-text.js';

const id = z.uuid();
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

/** A template and what a mail of it needs. */
interface Template {
  /** Mails with a lower number are sent first. */
  readonly priority: number;
  /**
   * Several of a night for one person go out as one mail: warnings at once, and what may wait for the warnings of the
   * next night with them.
   */
  readonly digested?: 'AT_ONCE' | 'AT_NIGHT';
  /** Ids of its subject, by which a mail is judged again when it is sent. */
  readonly reference: z.ZodObject;
  /** Checked when a mail is rendered, so a bad mail fails alone. */
  readonly data: z.ZodType;
}

/** The mails that are written. Who decides whether they still go out stands in features/mail/judge-email.ts. */
export const EMAIL_TEMPLATES = {
  'progress-warning': {
    priority: 0,
    digested: 'AT_ONCE',
    reference: z.object({ ownershipId: id, windowStart: instant }),
    data: z.object({
      ...lead,
      onBehalfOf,
      progressDeadline: optional(instant),
      expiresAt: optional(instant),
    }),
  },
  'base-period-ending': {
    priority: 0,
    digested: 'AT_ONCE',
    reference: z.object({ ownershipId: id, windowStart: instant }),
    data: z.object({
      ...lead,
      onBehalfOf,
      baseEndsAt: optional(instant),
      expiresAt: optional(instant),
    }),
  },
  'protection-expired': {
    priority: 2,
    digested: 'AT_NIGHT',
    reference: z.object({ ownershipId: id, recipientId: id }),
    data: z.object({ ...lead, reason, expiredAt: instant }),
  },
  'protection-expired-managers': {
    priority: 2,
    digested: 'AT_NIGHT',
    reference: z.object({ ownershipId: id, recipientId: id }),
    data: z.object({
      ...lead,
      ownerName: optional(text),
      reason,
      expiredAt: instant,
    }),
  },
  'follow-up': {
    priority: 1,
    reference: z.object({ reminderId: id }),
    data: z.object({ ...lead, dueAt: instant, note: optional(prose) }),
  },
  'extension-requested': {
    priority: 1,
    reference: z.object({ requestId: id, recipientId: id }),
    data: z.object({
      ...lead,
      requestedBy: text,
      months,
      reason: prose,
      baseEndsAt: optional(instant),
      expiresAt: optional(instant),
    }),
  },
  'extension-decided': {
    priority: 1,
    reference: z.object({ requestId: id }),
    data: z.object({
      ...lead,
      approved: z.boolean(),
      months,
      note: optional(prose),
      baseEndsAt: optional(instant),
      expiresAt: optional(instant),
    }),
  },
  'feedback-request': {
    priority: 2,
    reference: z.object({ sampleId: id, contactId: id }),
    data: z.object({
      recipientName: optional(text),
      companyName: text,
      senderName: text,
      link: z.url({ protocol: /^https?$/ }),
      expiresAt: instant,
      items: z.array(z.object({ name: text, quantity: z.number().int().positive() })).min(1),
    }),
  },
  'warning-undeliverable': {
    priority: 1,
    reference: z.object({ reminderId: id, recipientId: id }),
    data: z.object({
      ...lead,
      ownerName: optional(text),
      cause: z.enum(UNDELIVERABLE_CAUSES),
    }),
  },
  'hold-ending': {
    priority: 1,
    digested: 'AT_NIGHT',
    reference: z.object({ holdId: id, recipientId: id }),
    data: z.object({
      ...lead,
      ownerName: optional(text),
      endsBy: instant,
      expiresAt: optional(instant),
    }),
  },
  'audit-checkpoint': {
    priority: 2,
    reference: z.object({ recipientId: id }),
    data: z.object({
      recipientName: optional(text),
      position: z.number().int().positive(),
      hash: z.string().regex(/^[\da-f]{64}$/),
      // Null in mails of earlier versions.
      keyVersion: optional(z.int()),
      mac: optional(z.string().regex(/^[\da-f]{64}$/)),
      at: instant,
    }),
  },
  'receipt-checkpoint': {
    priority: 2,
    reference: z.object({ recipientId: id }),
    data: z.object({
      recipientName: optional(text),
      size: z.number().int().positive(),
      note: prose,
      fingerprint: text,
      at: instant,
    }),
  },
  'grace-ending': {
    priority: 0,
    digested: 'AT_ONCE',
    reference: z.object({ ownershipId: id, recipientId: id, endsAt: instant }),
    data: z.object({ ...lead, onBehalfOf, ownerName: optional(text), expiresAt: instant }),
  },
  'leads-assigned': {
    priority: 1,
    reference: z.object({ recipientId: id, leadIds: z.array(id) }),
    data: z.object(handOver).transform(counted),
  },
  'leads-taken': {
    priority: 2,
    reference: z.object({ recipientId: id, leadIds: z.array(id) }),
    data: z
      .object({ ...handOver, how: z.enum(['REASSIGNED', 'RELEASED', 'CONVERTED', 'LOST']) })
      .transform(counted),
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof EMAIL_TEMPLATES;
export type TemplateReference<Name extends TemplateName> = z.output<
  (typeof EMAIL_TEMPLATES)[Name]['reference']
>;

export const TEMPLATE_NAMES = Object.keys(EMAIL_TEMPLATES) as TemplateName[];

type DigestedTemplate = {
  [Name in TemplateName]: (typeof EMAIL_TEMPLATES)[Name] extends { digested: string }
    ? Name
    : never;
}[TemplateName];

/** Mails that go out as one if there are several of a night for one person. */
export const DIGESTED = TEMPLATE_NAMES.filter(
  (name): name is DigestedTemplate => 'digested' in EMAIL_TEMPLATES[name],
);

/** Those of them that wait for the warnings of the next night. */
export const AT_NIGHT = DIGESTED.filter((name) => EMAIL_TEMPLATES[name].digested === 'AT_NIGHT');

/** Of leads that are open again, where the others may still be kept. */
const OF_ENDED: readonly DigestedTemplate[] = ['protection-expired', 'protection-expired-managers'];

/** The data of a digest, which is rendered from several mails of the outbox when they are sent. */
const DIGEST_DATA = z
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
          endsBy: optional(instant),
          reason: optional(reason),
          expiredAt: optional(instant),
        }),
      )
      .min(2),
  })
  .transform(({ leads, ...data }) => {
    const ended = leads.filter(({ template }) => OF_ENDED.includes(template));
    const ending = leads.filter(({ template }) => !OF_ENDED.includes(template));
    return { ...data, ending, ended };
  });

/** All that are rendered. */
export type RenderedTemplate = TemplateName | 'nightly-digest';

/** The schema of the data of a template. */
export function templateData(name: RenderedTemplate): z.ZodType {
  return name === 'nightly-digest' ? DIGEST_DATA : EMAIL_TEMPLATES[name].data;
}

export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(EMAIL_TEMPLATES, name);
}

export function isRenderedTemplate(name: string): name is RenderedTemplate {
  return name === 'nightly-digest' || isTemplateName(name);
}
