import { writeReceiptDocument } from '../../domain/receipts/document.js';
import type { ReceiptKind } from '../../domain/receipts/receipt.js';
import { fingerprintOf, type ReceiptKey } from '../../domain/receipts/receipt-keys.js';
import { makeReceiptDocument } from '../../features/receipts/make-document.js';
import { receiptLink } from '../../features/receipts/receipt-link.js';
import { visibleReceipts } from '../../features/receipts/visibility.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { nestedConnection, nestedPage, pageArgs } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

export const ReceiptKindType = codeType<ReceiptKind>(
  'ReceiptKind',
  'The event that a receipt certifies.',
  {
    LEAD_REGISTERED: 'A lead was registered.',
    REGISTRATION_REFUSED: 'A company was refused because it is under protection or a customer.',
    LEAD_CLAIMED: 'A lead was taken out of the pool.',
    LEAD_REASSIGNED: 'A lead was given to another agent.',
    LEAD_REOPENED: 'A lead that had ended was taken up again.',
    LEAD_RELEASED: 'A lead was given back to the pool.',
    LEAD_CONVERTED: 'A lead became a customer.',
    LEAD_LOST: 'A lead was marked as lost.',
    HOLD_STARTED: 'The clock began to stand still.',
    HOLD_CONFIRMED: 'A manager confirmed an open-ended hold.',
    HOLD_ENDED: 'A hold ended.',
    HOLD_VOIDED: 'A hold was declared void.',
    EXTENSION_DECIDED: 'An extension request was decided, or lapsed.',
    LEAD_PROGRESS_WARNING_ISSUED: 'A progress warning was issued.',
    WARNING_DELIVERED: 'A progress warning was delivered.',
    WARNING_UNDELIVERABLE: 'A progress warning could not be delivered.',
    LEAD_PROTECTION_REMINDER: 'The end of the base period was announced.',
    LEAD_PROTECTION_EXPIRED: 'Protection ran out.',
  },
);

const ReceiptStateType = codeType('ReceiptState', 'How far a receipt is.', {
  PROVISIONAL: 'No checkpoint of the receipt log covers it yet; that takes minutes.',
  SEALED: 'It is in the receipt log, and its document proves that.',
});

export const ReceiptType = builder.prismaNode('Receipt', {
  id: { field: 'id', description: 'Global id. The part behind the colon is the id of the event.' },
  description:
    'The signed proof of one event. Agents see the receipts of what concerned them, also of leads that are theirs no longer; managers those of their territory.',
  select: { id: true },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleReceipts(actor)] }),
  fields: (t) => ({
    kind: t.field({
      type: ReceiptKindType,
      description: 'The event that it certifies.',
      select: { kind: true },
      resolve: ({ kind }) => kind as ReceiptKind,
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: 'When the event happened, by the clock of the database.',
    }),
    state: t.field({
      type: ReceiptStateType,
      description: 'How far it is.',
      select: { leafIndex: true },
      resolve: async ({ leafIndex }, _args, { reads }) => {
        if (leafIndex === null) return 'PROVISIONAL';
        const log = await reads.read((tx) => tx.receiptLog.findUnique({ where: { id: 1 } }));
        return log && leafIndex < log.sealed ? 'SEALED' : 'PROVISIONAL';
      },
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description:
        'The lead that it is about; null of refusals, and if the actor may not know of it.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    owner: t.field({
      type: UserType,
      nullable: true,
      description: 'The agent whom the event concerned: the owner of the lead at that moment.',
      select: { ownerId: true },
      resolve: ({ ownerId }, _args, ctx, info) => resolveUser(ctx, info, ownerId),
    }),
    actor: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who caused the event; null for the system itself.',
      select: { actorId: true },
      resolve: ({ actorId }, _args, ctx, info) => resolveUser(ctx, info, actorId),
    }),
    leafIndex: t.int({
      nullable: true,
      description:
        'Place in the receipt log, from 0; null until it is signed, moments after the event.',
      select: { leafIndex: true },
      resolve: ({ leafIndex }) => (leafIndex === null ? null : Number(leafIndex)),
    }),
    link: t.string({
      description:
        'Address of the receipt as a page to print; it opens without a token for a quarter of an hour.',
      select: { id: true },
      resolve: ({ id }, _args, { now, services: { keyRing, publicUrl } }) =>
        `${publicUrl ?? ''}${receiptLink(keyRing, id, now)}`,
    }),
    document: t.string({
      nullable: true,
      description:
        'The receipt as a file: signature, disclosed values, keys and, once it is sealed, the proof. `leadwarden verify` and docs/verify.html verify it without a network. Null until it is signed.',
      select: { leafIndex: true, jws: true, disclosures: true },
      resolve: async (receipt, _args, { reads }) => {
        const document = await reads.read((tx) => makeReceiptDocument(tx, receipt));
        return document && writeReceiptDocument(document);
      },
    }),
  }),
});

export const ReceiptConnection = builder.connectionObject(
  { type: ReceiptType, name: 'ReceiptConnection', description: 'A page of receipts.' },
  { name: 'ReceiptEdge', description: 'A receipt in a page.' },
);

export const LATEST_FIRST = {
  column: 'occurredAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.prismaObjectField(LeadType, 'receipts', (t) =>
  t.field({
    type: ReceiptConnection,
    description:
      'The receipts about the lead that the actor may see, the latest first. Those of a lead that is in the pool or another agent’s again are in `receipts`.',
    args: pageArgs,
    select: (args, { actor }, nested) => ({
      receipts: nested(
        nestedPage(args, LATEST_FIRST, visibleReceipts(actor)),
        ['edges', 'node'],
        'Receipt',
      ),
    }),
    resolve: (lead, args) => nestedConnection(args, LATEST_FIRST, lead.receipts),
  }),
);

export const ReceiptFilter = builder.inputType('ReceiptFilter', {
  description: 'Criteria for receipts; a criterion that is left out does not restrict.',
  fields: (t) => ({
    leadId: t.globalID({ for: LeadType, description: 'About this lead.' }),
    kind: t.field({ type: [ReceiptKindType], description: 'Any of these kinds.' }),
  }),
});

const ReceiptKeyObject = builder.objectRef<ReceiptKey>('ReceiptKey').implement({
  description: 'A key that receipts are, or were, signed with. It is kept for ever.',
  fields: (t) => ({
    kid: t.exposeString('kid', { description: 'Thumbprint of the key (RFC 7638).' }),
    fingerprint: t.string({
      description: 'The same in hexadecimal digits, as printed on documents.',
      resolve: (key) => fingerprintOf(key),
    }),
    x: t.exposeString('x', { description: 'The public Ed25519 key, in base64url.' }),
  }),
});

interface Log {
  readonly origin: string;
  readonly leaves: bigint;
  readonly checkpoint: {
    readonly size: bigint;
    readonly note: string;
    readonly signedAt: Date;
    readonly stampedAt: Date | null;
  } | null;
  readonly keys: readonly ReceiptKey[];
}

const ReceiptCheckpointType = builder
  .objectRef<NonNullable<Log['checkpoint']>>('ReceiptCheckpoint')
  .implement({
    description: 'A signed head of the receipt log.',
    fields: (t) => ({
      size: t.int({
        description: 'How many receipts it covers.',
        resolve: ({ size }) => Number(size),
      }),
      note: t.exposeString('note', {
        description:
          'The signed note (C2SP tlog-checkpoint). A copy that is kept elsewhere proves later that the log was not rewritten.',
      }),
      signedAt: t.expose('signedAt', { type: 'DateTime', description: 'When it was signed.' }),
      stampedAt: t.expose('stampedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When an authority stamped it (RFC 3161); null without a stamp.',
      }),
    }),
  });

export const ReceiptLogType = builder.objectRef<Log>('ReceiptLog').implement({
  description: 'The append-only log of all receipts: a Merkle tree (RFC 9162).',
  fields: (t) => ({
    origin: t.exposeString('origin', { description: 'Name of the log.' }),
    size: t.int({
      description: 'How many receipts are signed.',
      resolve: ({ leaves }) => Number(leaves),
    }),
    checkpoint: t.field({
      type: ReceiptCheckpointType,
      nullable: true,
      description: 'The latest checkpoint; null if there is none yet.',
      resolve: ({ checkpoint }) => checkpoint,
    }),
    followed: t.boolean({
      description: 'Whether the actor gets the nightly checkpoint by mail; see `followReceiptLog`.',
      resolve: async (_log, _args, { actor: { id }, reads }) =>
        id !== null &&
        (await reads.read((tx) => tx.receiptFollower.count({ where: { userId: id } }))) > 0,
    }),
    keys: t.field({
      type: [ReceiptKeyObject],
      description: 'Each key that ever signed, the oldest first.',
      resolve: ({ keys }) => [...keys],
    }),
  }),
});
