import { z } from 'zod';
import { ConflictError, ForbiddenError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { isManager } from '../../platform/identity/may.js';
import { oneOf } from '../../platform/input/one-of.js';
import type { TxContext, VerbContext } from '../../platform/verbs/context.js';
import {
  idempotencyKeyInput,
  idInput,
  instantInput,
  optionalText,
} from '../../platform/verbs/parse-input.js';
import { performOnce } from '../../platform/verbs/perform-once.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { lockLead } from '../leads/lock-lead.js';
import { refusePseudonymized } from '../leads/refuse-pseudonymized.js';
import { requireProtected } from '../leads/require-protected.js';
import { requireVisible } from '../leads/require-visible.js';
import { pastProblems, requireFuture } from './future-instant.js';

export const REMINDER_CHANNELS = ['EMAIL', 'IN_APP'] as const;

export const scheduleFollowUpInput = z.object({
  leadId: idInput,
  dueAt: instantInput,
  note: optionalText(1000),
  channel: oneOf(REMINDER_CHANNELS)
    .nullish()
    .transform((channel) => channel ?? 'EMAIL'),
  idempotencyKey: idempotencyKeyInput,
});

export type ScheduleFollowUpInput = z.input<typeof scheduleFollowUpInput>;

/**
 * Schedules a reminder of a lead for the actor, or, by a program, for the owner.
 * @throws ConflictError if a follow-up of the lead is set for the same instant, or an agent's lead has ended
 */
export async function scheduleFollowUp(
  ctx: VerbContext,
  input: ScheduleFollowUpInput,
): Promise<{ reminderId: string; leadId: string }> {
  const { id, parsed } = await performOnce(ctx, 'scheduleFollowUp', input, {
    schema: scheduleFollowUpInput,
    laterRules: ({ dueAt }) => pastProblems(dueAt, ctx.now, 'dueAt'),
    run: insertFollowUp,
    mayKnow: (ctx, { leadId }) => requireVisible(ctx, leadId),
  });
  return { reminderId: id, leadId: parsed.leadId };
}

async function insertFollowUp(
  ctx: TxContext,
  { leadId, dueAt, note, channel }: z.output<typeof scheduleFollowUpInput>,
): Promise<{ id: string }> {
  const { actor } = ctx;
  if (actor.id === null) throw new ForbiddenError('Only a user can be reminded of a lead.');
  requireFuture(dueAt, ctx.now, 'dueAt');
  const lead = await lockLead(ctx, leadId, 'scheduleFollowUp');
  refusePseudonymized(lead);
  const recipientId = actor.role === 'SERVICE' ? lead.ownerId : actor.id;
  if (recipientId === null) throw notActive(lead);
  // An agent's follow-up ends with the ownership; a manager's is about the lead, for any owner.
  const theirs = ctx.actor.role === 'REP' || lead.ownerId === recipientId;
  const ownership = theirs
    ? await ctx.tx.ownership.findFirst({ where: { leadId, endedAt: null }, select: { id: true } })
    : null;
  if (ownership) requireProtected(lead, ctx.now);
  else if (!isManager(ctx.actor)) {
    throw notActive(lead);
  }
  const id = newId();
  const { count } = await ctx.tx.reminder.createMany({
    data: [
      {
        id,
        leadId,
        ownershipId: ownership?.id ?? null,
        recipientId,
        kind: 'FOLLOW_UP',
        windowStart: dueAt,
        channel,
        dueAt,
        note,
        createdAt: ctx.now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw followUpSet(dueAt);
  await appendAudit(ctx, {
    action: 'scheduleFollowUp',
    entity: 'Reminder',
    entityId: id,
    leadId,
    after: { dueAt, channel, note },
  });
  await appendLeadEvent(ctx, 'FOLLOW_UP_SCHEDULED', lead, {
    reminderId: id,
    userId: recipientId,
    dueAt: dueAt.toISOString(),
    channel,
  });
  return { id };
}

function notActive({ status }: { status: string }): ConflictError {
  return new ConflictError(`The lead is ${status}, allowed is ACTIVE.`, 'LEAD_NOT_ACTIVE');
}

function followUpSet(dueAt: Date): ConflictError {
  return new ConflictError(
    `A follow-up of the lead is already set for ${dueAt.toISOString()}, allowed is another instant.`,
    'FOLLOW_UP_SET',
  );
}
