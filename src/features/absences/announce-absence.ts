import { z } from 'zod';
import { ConflictError, NotFoundError, ValidationError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { COLLEAGUE, type Colleague } from '../../platform/identity/colleague.js';
import type { TxContext, VerbContext } from '../../platform/verbs/context.js';
import {
  idempotencyKeyInput,
  idInput,
  instantInput,
  problemsIn,
} from '../../platform/verbs/parse-input.js';
import { performOnce } from '../../platform/verbs/perform-once.js';
import { mayOwnLeads } from '../leads/find-owner.js';
import { lockAgent } from '../leads/lock-agent.js';
import { announceAway, requireAnswersFor } from './answers-for.js';
import { turnAbsencesNow } from './turn-absences.js';

export const announceAbsenceInput = z.object({
  /** The actor if left out. */
  userId: idInput.nullish(),
  deputyId: idInput,
  /** Now if left out. */
  startsAt: instantInput.nullish(),
  endsAt: instantInput,
  idempotencyKey: idempotencyKeyInput,
});

export type AnnounceAbsenceInput = z.input<typeof announceAbsenceInput>;
type Parsed = z.output<typeof announceAbsenceInput>;

/**
 * Records the absence of an agent: during it a deputy gets the warnings about their leads, sees them and works on
 * them.
 * @throws ForbiddenError if the actor does not answer for the agent
 * @throws ValidationError if the deputy cannot own leads, or the absence would have ended
 * @throws ConflictError if the agent is away then already
 */
export async function announceAbsence(
  ctx: VerbContext,
  input: AnnounceAbsenceInput,
): Promise<{ absenceId: string; replayed: boolean }> {
  const { id, replayed } = await performOnce(ctx, 'announceAbsence', input, {
    schema: announceAbsenceInput,
    rules: (given) => ('userId' in given ? problemsIn(() => whoIsAway(ctx, given.userId)) : []),
    laterRules: ({ startsAt, endsAt }) =>
      endsAt ? problemsIn(() => requireSpan(startsAt ?? ctx.now, endsAt, ctx.now)) : [],
    run: insert,
  });
  await turnAbsencesNow(ctx);
  return { absenceId: id, replayed };
}

async function insert(ctx: TxContext, parsed: Parsed): Promise<{ id: string }> {
  const userId = whoIsAway(ctx, parsed.userId);
  const user = await ctx.tx.user.findUnique({ where: { id: userId }, select: COLLEAGUE });
  if (!user) throw new NotFoundError('User', userId);
  requireAnswersFor(ctx, user);
  const { deputyId, endsAt } = parsed;
  const startsAt = parsed.startsAt ?? ctx.now;
  await requireDeputy(ctx, user, deputyId);
  requireSpan(startsAt, endsAt, ctx.now);
  // Two absences at once would have two deputies.
  await lockAgent(ctx, userId);
  const other = await ctx.tx.absence.findFirst({
    where: { userId, cancelledAt: null, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
  });
  if (other) {
    const span = `${other.startsAt.toISOString()} to ${other.endsAt.toISOString()}`;
    throw new ConflictError(`The agent is away already from ${span}.`, 'AWAY_ALREADY');
  }
  const id = newId();
  await ctx.tx.absence.create({
    data: { id, userId, deputyId, startsAt, endsAt, createdAt: ctx.now },
  });
  await appendAudit(ctx, {
    action: 'announceAbsence',
    entity: 'Absence',
    entityId: id,
    after: { userId, deputyId, startsAt, endsAt },
  });
  await announceAway(ctx, user);
  return { id };
}

/** The actor, unless another one is named; a program is never away. */
function whoIsAway({ actor }: VerbContext, named: string | null | undefined): string {
  const userId = named ?? (actor.role === 'SERVICE' ? null : actor.id);
  if (userId !== null) return userId;
  const message = 'nothing given, allowed is a person: who announces it can not be away';
  throw new ValidationError([{ path: 'userId', message }]);
}

function requireSpan(startsAt: Date, endsAt: Date, now: Date): void {
  if (endsAt > startsAt && endsAt > now) return;
  const latest = startsAt > now ? startsAt : now;
  const message = `${endsAt.toISOString()} is too early, allowed is after ${latest.toISOString()}`;
  throw new ValidationError([{ path: 'endsAt', message }]);
}

async function requireDeputy({ tx }: TxContext, user: Colleague, deputyId: string): Promise<void> {
  const deputy = await tx.user.findUnique({ where: { id: deputyId }, select: COLLEAGUE });
  if (deputy && deputy.id !== user.id && mayOwnLeads(deputy)) return;
  const message = `${JSON.stringify(deputyId)} cannot be the deputy, allowed are other active users who can own leads`;
  throw new ValidationError([{ path: 'deputyId', message }]);
}
