import { globalIdOf } from '../../domain/global-id.js';
import { discardEmail } from '../../features/mail/discard-email.js';
import { DISCARD_REASONS, type DiscardReason } from '../../features/mail/judgement.js';
import { previewEmail, readsBodies, visibleEmails } from '../../features/mail/queries.js';
import { retryEmail } from '../../features/mail/retry-email.js';
import { DEATH_CAUSES, type DeathCause } from '../../features/mail/settle-email.js';
import { loadTogether } from '../kit/batch-loaders.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';

const OutboxStatusType = codeType('OutboxStatus', 'Status of a mail.', {
  PENDING: 'It waits to be sent, or to be tried again.',
  SENT: 'The mail server took it.',
  DEAD: 'It was given up: refused for good, or after too many attempts.',
  DISCARDED: 'It was not sent, and never will be: see `discardReason`.',
});
type OutboxStatus = (typeof OutboxStatusType)['$inferType'];

const DiscardReasonType = codeType(
  'OutboxDiscardReason',
  'Reason for which a mail was not sent. Mails are judged by the state at the time of sending, not of writing.',
  DISCARD_REASONS,
);

const DeathCauseType = codeType(
  'OutboxDeathCause',
  'Reason for which a mail was given up.',
  DEATH_CAUSES,
);

const RenderedEmailType = builder
  .objectRef<{ subject: string; text: string; html: string }>('RenderedEmail')
  .implement({
    description: 'A mail as its reader sees it.',
    fields: (t) => ({
      subject: t.exposeString('subject', { description: 'Subject.' }),
      text: t.exposeString('text', { description: 'Body as plain text.' }),
      html: t.exposeString('html', { description: 'Body as HTML.' }),
    }),
  });

const OutboxEmailType = builder.prismaNode('OutboxEmail', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A mail that was sent or is to be sent.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleEmails(ctx.actor)] }),
  fields: (t) => ({
    template: t.exposeString('template', {
      description: 'Template of the mail, such as `progress-warning`.',
    }),
    locale: t.exposeString('locale', { description: 'Language: `de` or `en`.' }),
    recipient: t.exposeString('recipient', { description: 'E-mail address of the recipient.' }),
    status: t.field({
      type: OutboxStatusType,
      description: 'Status of the mail.',
      select: { status: true },
      resolve: ({ status }) => status as OutboxStatus,
    }),
    attempts: t.exposeInt('attempts', { description: 'Number of attempts.' }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When the next attempt is due; null once the mail was sent, discarded or given up.',
      select: { status: true, nextAttemptAt: true },
      resolve: ({ status, nextAttemptAt }) => (status === 'PENDING' ? nextAttemptAt : null),
    }),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'Error of the last attempt; null if none failed.',
    }),
    deathCause: t.field({
      type: DeathCauseType,
      nullable: true,
      description:
        'Reason for which it was given up; null unless it was, and for mails of earlier versions.',
      select: { deathCause: true },
      resolve: ({ deathCause }) => deathCause as DeathCause | null,
    }),
    discardReason: t.field({
      type: DiscardReasonType,
      nullable: true,
      description:
        'Reason for which it was discarded; null unless it was, and for mails of earlier versions.',
      select: { discardReason: true },
      resolve: ({ discardReason }) => discardReason as DiscardReason | null,
    }),
    serverAnswer: t.exposeString('serverAnswer', {
      nullable: true,
      description: 'Answer of the mail server when it took the mail; null before that.',
    }),
    messageId: t.exposeString('messageId', {
      nullable: true,
      description: 'Message-ID: the same at every attempt; null before the first.',
    }),
    sentWith: t.field({
      type: 'ID',
      nullable: true,
      description:
        'Global id of the mail in which it went out with others of the night, under the Message-ID of that one; null if it went alone.',
      select: { sentWith: true },
      resolve: ({ sentWith }) => sentWith && globalIdOf('OutboxEmail', sentWith),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mail server took it; null before that.',
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead it is about; null if it is about none.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    rendered: t.field({
      type: RenderedEmailType,
      nullable: true,
      description:
        'The rendered mail, as it was or would now be sent; null if it can no longer be rendered, or would be discarded. Null for roles other than admins: a feedback link in it can be used.',
      resolve: async ({ id }, _args, ctx, info) => {
        // A link in a mail is a key for any reader of it, so the database shows auditors no bodies either.
        if (!readsBodies(ctx.actor)) return null;
        const email = await loadTogether(ctx.loaders, info.fieldNodes, id, (ids) =>
          ctx.reads.read((tx) => tx.outboxEmail.findMany({ where: { id: { in: [...ids] } } })),
        );
        if (!email) return null;
        const { publicUrl } = ctx.services;
        return ctx.reads.read((tx) => previewEmail({ ...ctx, tx }, email, publicUrl));
      },
    }),
  }),
});

export const OutboxEmailConnection = builder.connectionObject(
  { type: OutboxEmailType, name: 'OutboxEmailConnection', description: 'A page of mails.' },
  { name: 'OutboxEmailEdge', description: 'A mail in a page.' },
);

export const OutboxEmailFilter = builder.inputType('OutboxEmailFilter', {
  description: 'Criteria for mails; a criterion that is left out does not restrict.',
  fields: (t) => ({
    status: t.field({ type: [OutboxStatusType], description: 'Any of these statuses.' }),
    template: t.string({ description: 'With this template.' }),
    recipient: t.string({ description: 'Address of the recipient, compared as a whole.' }),
    leadId: t.globalID({ for: LeadType, description: 'About this lead.' }),
  }),
});

const VERBS = {
  retryEmail: {
    verb: retryEmail,
    description: 'Makes a dead or waiting mail due at once, with its full number of attempts.',
  },
  discardEmail: {
    verb: discardEmail,
    description: 'Takes a dead or waiting mail out of the queue for good.',
  },
} as const;

for (const [name, { verb, description }] of Object.entries(VERBS)) {
  verbMutation(name, {
    description,
    input: (t) => ({
      emailId: t.globalID({
        for: OutboxEmailType,
        required: true,
        description: 'Global id of the mail.',
      }),
    }),
    run: async (ctx, { emailId }) => ({ id: (await verb(ctx, { emailId: emailId.id })).id }),
    payload: (t) => ({
      email: t.prismaField({
        type: OutboxEmailType,
        nullable: true,
        description: 'The mail as it is now; null for a program, which sees none.',
        resolve: (query, { id }, _args, { reads }) =>
          reads.read((tx) => tx.outboxEmail.findUnique({ ...query, where: { id } })),
      }),
    }),
  });
}
