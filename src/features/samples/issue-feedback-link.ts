import { validate as isUuid } from 'uuid';
import { ConflictError, ValidationError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import type { Locale } from '../../domain/locales.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { newSecret, secretHash } from '../../platform/keys/secret.js';
import { daysAfter } from '../../platform/settings/days-of-setting.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';
import { type LockedSample, lockSample } from './lock-sample.js';

export interface IssueFeedbackLinkInput {
  sampleId: string;
  /** Sends the link to a contact of the lead; without it, the caller passes it on. */
  mail?: {
    contactId: string;
    locale: Locale;
    /** Address that the path is put behind, without a slash at the end. */
    publicUrl: string;
  } | null;
}

export interface FeedbackLink {
  sampleId: string;
  /** Told once: only its hash is stored. */
  token: string;
  /** Where the feedback page is, below the public address. */
  path: string;
  expiresAt: Date;
}

/**
 * Makes the secret link to the feedback page of a sample. An earlier link stops working.
 * @throws ConflictError unless the sample is on its way or with the customer
 */
export async function issueFeedbackLink(
  ctx: VerbContext,
  { sampleId, mail }: IssueFeedbackLinkInput,
): Promise<FeedbackLink> {
  requireMay(ctx, 'issueFeedbackLink');
  const request = { sampleId, contactId: mail?.contactId ?? null };
  const made: FeedbackLink[] = [];
  await inTransaction(ctx, (ctx) =>
    once(ctx, {
      verb: 'issueFeedbackLink',
      key: null,
      input: request,
      run: async (ctx) => {
        const link = await makeLink(ctx, { sampleId, mail: mail ?? null });
        made.push(link);
        return { id: link.sampleId };
      },
    }),
  );
  const [link] = made;
  if (!link) throw new Error('The link was made in an earlier request, whose secret is not known.');
  return link;
}

async function makeLink(
  ctx: TxContext,
  { sampleId, mail }: IssueFeedbackLinkInput,
): Promise<FeedbackLink> {
  const locked = await lockSample(ctx, sampleId, 'issueFeedbackLink');
  const { lead, sample } = locked;
  if (!['SHIPPED', 'DELIVERED', 'TESTING'].includes(sample.status)) {
    throw new ConflictError(
      `The sample is ${sample.status}; feedback is asked for while it is SHIPPED, DELIVERED or TESTING.`,
      'SAMPLE_STATUS',
    );
  }
  const expiresAt = await daysAfter(ctx.tx, ctx.now, 'feedbackLinkDays');
  const token = newSecret();
  await ctx.tx.sample.update({
    where: { id: sample.id },
    data: { feedbackTokenHash: secretHash(token), feedbackTokenExpiresAt: expiresAt },
  });
  const link = { sampleId: sample.id, token, path: `/feedback/${token}`, expiresAt };
  if (mail) await sendLink(ctx, locked, link, mail);
  await appendAudit(ctx, {
    action: 'issueFeedbackLink',
    entity: 'Sample',
    entityId: sample.id,
    leadId: lead.id,
    after: { expiresAt, contactId: mail?.contactId ?? null },
  });
  await appendLeadEvent(ctx, 'FEEDBACK_LINK_ISSUED', lead, {
    sampleId: sample.id,
    expiresAt: expiresAt.toISOString(),
    mailed: mail !== null && mail !== undefined,
  });
  return link;
}

async function sendLink(
  ctx: TxContext,
  { lead, sample }: LockedSample,
  { token, path, expiresAt }: FeedbackLink,
  { contactId, locale, publicUrl }: NonNullable<IssueFeedbackLinkInput['mail']>,
): Promise<void> {
  if (!URL.canParse(publicUrl)) {
    throw new ConflictError(
      'The link cannot be mailed: the public address, PUBLIC_URL, is not set.',
      'PUBLIC_URL_UNSET',
    );
  }
  const contact = isUuid(contactId)
    ? await ctx.tx.contact.findFirst({ where: { id: contactId, leadId: lead.id } })
    : null;
  if (!contact?.email) {
    const message = `${JSON.stringify(globalIdOf('Contact', contactId))} given, allowed is a contact of the lead that has an e-mail address`;
    throw new ValidationError([{ path: 'mail.contactId', message }]);
  }
  await enqueueEmails(ctx.tx, [
    {
      template: 'feedback-request',
      locale,
      recipient: contact.email,
      reference: { sampleId: sample.id, contactId: contact.id },
      dedupeKey: `feedback-request:${sample.id}:${secretHash(token).slice(0, 16)}`,
      leadId: lead.id,
      data: {
        recipientName: contact.name,
        companyName: lead.companyName,
        senderName: ctx.actor.name,
        link: `${publicUrl}${path}`,
        expiresAt,
        items: sample.items.map(({ name, quantity }) => ({ name, quantity })),
      },
    },
  ]);
}
