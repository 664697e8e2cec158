import { z } from 'zod';
import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { COLLEAGUE } from '../../platform/identity/colleague.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { announceAway, answeredForBy } from './answers-for.js';
import { turnAbsencesNow } from './turn-absences.js';

export const cancelAbsenceInput = z.object({ absenceId: idInput });

export type CancelAbsenceInput = z.input<typeof cancelAbsenceInput>;

/**
 * Ends or cancels an absence: from now on the agent gets their warnings themselves, and the deputy no longer sees
 * their leads.
 * @throws NotFoundError if there is none of an agent for whom the actor answers
 * @throws ConflictError if it has ended
 */
export async function cancelAbsence(
  ctx: VerbContext,
  input: CancelAbsenceInput,
): Promise<{ absenceId: string }> {
  requireMay(ctx, 'cancelAbsence');
  const { absenceId } = parseInput(ctx, cancelAbsenceInput, input);
  const cancelled = await inTransaction(ctx, async (ctx) => {
    const absence = await ctx.tx.absence.findFirst({
      where: { id: absenceId, user: answeredForBy(ctx) },
      include: { user: { select: COLLEAGUE } },
    });
    if (!absence) throw new NotFoundError('Absence', absenceId);
    const { count } = await ctx.tx.absence.updateMany({
      where: { id: absenceId, cancelledAt: null, endsAt: { gt: ctx.now } },
      data: { cancelledAt: ctx.now },
    });
    if (count === 0) {
      throw new ConflictError(`The absence ${absenceId} has ended already.`, 'ABSENCE_ENDED');
    }
    await appendAudit(ctx, {
      action: 'cancelAbsence',
      entity: 'Absence',
      entityId: absenceId,
      after: { cancelledAt: ctx.now },
    });
    await announceAway(ctx, absence.user);
    return { absenceId };
  });
  await turnAbsencesNow(ctx);
  return cancelled;
}
