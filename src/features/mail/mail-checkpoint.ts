import { localeOf } from '../../domain/locales.js';
import { sealCheckpoint } from '../../platform/audit/checkpoint.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';
import { dueCheckpointDay } from './checkpoint-day.js';

/**
 * Mails the head of the audit trail's hash chain to admins and auditors, once a day if anything was sealed since. In their
 * mailboxes the owner of the database cannot rewrite it: a trail that was cut off or hashed anew does not have this
 * hash at this position, and what was not sealed with the key, which is not in it, is no checkpoint. Returns how many mails were written.
 */
export function mailCheckpoint(ctx: VerbContext, keyRing: KeyRing): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const { tx, now } = ctx;
    const head = await tx.auditChain.findUniqueOrThrow({ where: { id: 1 } });
    const position = Number(head.lastPosition);
    const template = 'audit-checkpoint';
    const due = { template, measure: 'position', reached: position } as const;
    const date = await dueCheckpointDay(ctx, due);
    if (date === null) return 0;
    const seal = sealCheckpoint(keyRing, { position, hash: head.headHash });
    const readers = await tx.user.findMany({
      where: { role: { in: ['ADMIN', 'AUDITOR'] }, active: true },
      select: { id: true, email: true, name: true, locale: true },
    });
    return enqueueEmails(
      tx,
      readers.map(({ id, email, name, locale }) => ({
        template,
        locale: localeOf(locale),
        recipient: email,
        reference: { recipientId: id },
        dedupeKey: `audit-checkpoint:${date}:${id}`,
        data: { recipientName: name, position, hash: head.headHash, at: now, ...seal },
      })),
    );
  });
}
