import { queryFromInfo } from '@pothos/plugin-prisma';
import { ConflictError } from '../../domain/errors.js';
import type { ReceiptKind } from '../../domain/receipts/receipt.js';
import { followReceiptLog } from '../../features/receipts/follow-receipt-log.js';
import { visibleReceipts } from '../../features/receipts/visibility.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { DecideExtensionPayload } from '../extensions/mutations.js';
import {
  ConfirmHoldPayload,
  EndHoldPayload,
  StartHoldPayload,
  VoidHoldPayload,
} from '../holds/mutations.js';
import { builder } from '../kit/builder.js';
import { ConflictErrorType } from '../kit/errors.js';
import { type PayloadBuilder, verbMutation } from '../kit/verb-mutation.js';
import {
  ClaimLeadPayload,
  ConvertLeadPayload,
  MarkLeadLostPayload,
  ReassignLeadPayload,
  RegisterLeadPayload,
  ReleaseLeadPayload,
  ReopenLeadPayload,
} from '../leads/mutations.js';
import { ReceiptType } from './types.js';

verbMutation('followReceiptLog', {
  description:
    'Asks for the nightly checkpoint of the receipt log by mail, or no longer. Kept in a mailbox, it reveals later whether the log was rewritten.',
  input: (t) => ({
    wanted: t.boolean({ required: true, description: 'Whether the mails are wanted.' }),
  }),
  run: (ctx, input) => followReceiptLog(ctx, input),
  payload: (t) => ({
    followed: t.exposeBoolean('followed', { description: 'Whether the mails come from now on.' }),
  }),
});

/** The receipt of what the verb did: the latest of its kind about the row of the payload. */
function receiptField(kind: ReceiptKind, row: 'leadId' | 'subjectId') {
  return <Payload extends { id: string }>(t: PayloadBuilder<Payload>) =>
    t.field({
      type: ReceiptType,
      nullable: true,
      description:
        'The receipt of the change, at first provisional; null if the actor may not see it, as of a lead that is another agent’s.',
      resolve: ({ id }, _args, ctx, info) => {
        const { select } = queryFromInfo({ context: ctx, info, select: { id: true } as const });
        const where: Prisma.ReceiptWhereInput = {
          [row]: id,
          kind,
          AND: [visibleReceipts(ctx.actor)],
        };
        const orderBy = [{ occurredAt: 'desc' as const }, { id: 'desc' as const }];
        return ctx.reads.read((tx) => tx.receipt.findFirst({ select, where, orderBy }));
      },
    });
}

builder.objectField(RegisterLeadPayload, 'receipt', receiptField('LEAD_REGISTERED', 'leadId'));
builder.objectField(ClaimLeadPayload, 'receipt', receiptField('LEAD_CLAIMED', 'leadId'));
builder.objectField(ReassignLeadPayload, 'receipt', receiptField('LEAD_REASSIGNED', 'leadId'));
builder.objectField(ReopenLeadPayload, 'receipt', receiptField('LEAD_REOPENED', 'leadId'));
builder.objectField(ReleaseLeadPayload, 'receipt', receiptField('LEAD_RELEASED', 'leadId'));
builder.objectField(ConvertLeadPayload, 'receipt', receiptField('LEAD_CONVERTED', 'leadId'));
builder.objectField(MarkLeadLostPayload, 'receipt', receiptField('LEAD_LOST', 'leadId'));
builder.objectField(StartHoldPayload, 'receipt', receiptField('HOLD_STARTED', 'subjectId'));
builder.objectField(ConfirmHoldPayload, 'receipt', receiptField('HOLD_CONFIRMED', 'subjectId'));
builder.objectField(EndHoldPayload, 'receipt', receiptField('HOLD_ENDED', 'subjectId'));
builder.objectField(VoidHoldPayload, 'receipt', receiptField('HOLD_VOIDED', 'subjectId'));
builder.objectField(
  DecideExtensionPayload,
  'receipt',
  receiptField('EXTENSION_DECIDED', 'subjectId'),
);

builder.objectField(ConflictErrorType, 'receipt', (t) =>
  t.field({
    type: ReceiptType,
    nullable: true,
    description:
      'The receipt of the refusal, if the company is under protection or a customer already; else null. It names no lead.',
    resolve: ({ returned }, _args, ctx, info) => {
      const id = returned instanceof ConflictError ? returned.receiptId : null;
      if (id === null) return null;
      const { select } = queryFromInfo({ context: ctx, info, select: { id: true } as const });
      const where = { id, AND: [visibleReceipts(ctx.actor)] };
      return ctx.reads.read((tx) => tx.receipt.findFirst({ select, where }));
    },
  }),
);
