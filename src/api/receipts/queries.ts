import { queryFromInfo } from '@pothos/plugin-prisma';
import { ValidationError } from '../../domain/errors.js';
import { writeConsistencyDocument } from '../../domain/receipts/document.js';
import { makeConsistencyDocument, readReceiptKeys } from '../../features/receipts/make-document.js';
import { visibleReceipts } from '../../features/receipts/visibility.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import {
  LATEST_FIRST,
  ReceiptConnection,
  ReceiptFilter,
  ReceiptLogType,
  ReceiptType,
} from './types.js';

builder.queryField('receipt', (t) =>
  t.field({
    type: ReceiptType,
    nullable: true,
    description: 'The receipt with this id; null if there is none or the actor may not see it.',
    args: {
      id: t.arg.globalID({ for: ReceiptType, required: true, description: 'Global id.' }),
    },
    resolve: (_root, { id }, ctx, info) => {
      const { select } = queryFromInfo({ context: ctx, info, select: { id: true } as const });
      const where = { id: id.id, AND: [visibleReceipts(ctx.actor)] };
      return ctx.reads.read((tx) => tx.receipt.findFirst({ select, where }));
    },
  }),
);

builder.queryField('receipts', (t) =>
  t.field({
    type: ReceiptConnection,
    description: 'The receipts that the actor may see, the latest first.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: ReceiptFilter, description: 'Filter of the list.' }),
    },
    resolve: (_root, args, ctx, info) => {
      const { leadId, kind } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            visibleReceipts(ctx.actor),
            leadId ? { leadId: leadId.id } : {},
            kind ? { kind: { in: kind } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.receipt.findMany(query)),
      );
    },
  }),
);

builder.queryField('receiptLog', (t) =>
  t.field({
    type: ReceiptLogType,
    nullable: true,
    description: 'The log of all receipts; null for wallboards.',
    resolve: (_root, _args, { reads }) =>
      reads.read(async (tx) => {
        const log = await tx.receiptLog.findUnique({ where: { id: 1 } });
        if (!log) return null;
        const checkpoint = await tx.receiptCheckpoint.findFirst({ orderBy: { size: 'desc' } });
        return { ...log, checkpoint, keys: await readReceiptKeys(tx) };
      }),
  }),
);

builder.queryField('receiptConsistency', (t) =>
  t.field({
    type: 'String',
    nullable: true,
    description:
      'The proof that one checkpoint of the receipt log continues another, as a file; null if there is no such checkpoint.',
    args: {
      first: t.arg.int({
        required: true,
        description: 'Size of the earlier checkpoint, such as one that was mailed.',
      }),
      second: t.arg.int({ description: 'Size of the later one; the latest if left out.' }),
    },
    resolve: (_root, { first, second }, { reads }) => {
      if (first < 1) {
        throw new ValidationError([
          { path: 'first', message: `${first} given, allowed is the size of a checkpoint, from 1` },
        ]);
      }
      return reads.read(async (tx) => {
        const document = await makeConsistencyDocument(tx, first, second ?? null);
        return document && writeConsistencyDocument(document);
      });
    },
  }),
);
