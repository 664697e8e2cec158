import { localeOf } from '../../domain/locales.js';
import { fingerprintOf } from '../../domain/receipts/receipt-keys.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';
import { dueCheckpointDay } from './checkpoint-day.js';

/**
 * Mails the latest checkpoint of the receipts to the users who want it, once a day if there is a new one. In their
 * mailboxes the owner of the database cannot rewrite it. Returns how many mails were written.
 */
export function mailReceiptCheckpoint(ctx: VerbContext): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const { tx, now } = ctx;
    const checkpoint = await tx.receiptCheckpoint.findFirst({ orderBy: { size: 'desc' } });
    if (checkpoint === null) return 0;
    const size = Number(checkpoint.size);
    const template = 'receipt-checkpoint';
    const due = { template, measure: 'size', reached: size } as const;
    const date = await dueCheckpointDay(ctx, due);
    if (date === null) return 0;
    const readers = await tx.user.findMany({
      where: { followsReceipts: { isNot: null }, active: true },
      select: { id: true, email: true, name: true, locale: true },
    });
    const { note, kid } = checkpoint;
    return enqueueEmails(
      tx,
      readers.map(({ id, email, name, locale }) => ({
        template,
        locale: localeOf(locale),
        recipient: email,
        reference: { recipientId: id },
        dedupeKey: `receipt-checkpoint:${date}:${id}`,
        data: { recipientName: name, size, note, fingerprint: fingerprintOf({ kid }), at: now },
      })),
    );
  });
}
