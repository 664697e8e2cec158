import { localeOf } from '../../domain/locales.js';
import { fingerprintOf } from '../../domain/receipts/receipt-keys.js';
import { localTime } from '../../domain/wall-time.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';

/** Local hour from which on the checkpoint of a day is mailed: after the nightly jobs. */
const FROM_HOUR = 5;

/**
 * Mails the latest checkpoint of the receipts to the users who want it, once a day if there is a new one. In their
 * mailboxes nobody can rewrite it. Returns how many mails were written.
 */
export function mailReceiptCheckpoint(ctx: VerbContext): Promise<number> {
  return inTransaction(ctx, async ({ tx, now }) => {
    const { timeZone } = await loadPolicy(tx);
    const { date, hour } = localTime(now, timeZone);
    if (hour < FROM_HOUR) return 0;
    const checkpoint = await tx.receiptCheckpoint.findFirst({ orderBy: { size: 'desc' } });
    if (checkpoint === null) return 0;
    const size = Number(checkpoint.size);
    const [last] = await tx.$queryRaw<{ size: number }[]>`
      SELECT (data ->> 'size')::float8 AS size FROM outbox_email
      WHERE template = 'receipt-checkpoint' ORDER BY id DESC LIMIT 1`;
    if (size <= (last?.size ?? 0)) return 0;
    const readers = await tx.user.findMany({
      where: { followsReceipts: { isNot: null }, active: true },
      select: { id: true, email: true, name: true, locale: true },
    });
    const { note, kid } = checkpoint;
    return enqueueEmails(
      tx,
      readers.map(({ id, email, name, locale }) => ({
        template: 'receipt-checkpoint',
        locale: localeOf(locale),
        recipient: email,
        reference: { recipientId: id },
        dedupeKey: `receipt-checkpoint:${date}:${id}`,
        data: { recipientName: name, size, note, fingerprint: fingerprintOf({ kid }), at: now },
      })),
    );
  });
}
