import { queryFromInfo } from '@pothos/plugin-prisma';
import { confirmHold } from '../../features/holds/confirm-hold.js';
import { endHold } from '../../features/holds/end-hold.js';
import { startHold } from '../../features/holds/start-hold.js';
import { voidHold } from '../../features/holds/void-hold.js';
import { confirmEnd, idempotencyKey, rowField } from '../kit/verb-fields.js';
import { type PayloadBuilder, verbMutation } from '../kit/verb-mutation.js';
import { LeadType } from '../leads/types.js';
import { HoldReasonType, HoldType } from './types.js';

const holdField = rowField(HoldType, 'The hold as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.hold.findUniqueOrThrow(query)),
);

interface Stopped {
  readonly id: string;
  readonly stillRunning: readonly string[];
}

function withRest({
  holdId: id,
  stillRunning,
}: {
  holdId: string;
  stillRunning: string[];
}): Stopped {
  return { id, stillRunning };
}

function runningHoldsField(t: PayloadBuilder<Stopped>) {
  return t.field({
    type: [HoldType],
    description:
      'The holds that still stop the clock. The clock runs again only if there are none.',
    resolve: ({ stillRunning }, _args, ctx, info) => {
      const { select } = queryFromInfo({ context: ctx, info, select: { id: true } as const });
      const where = { id: { in: [...stillRunning] } };
      return ctx.reads.read((tx) =>
        tx.hold.findMany({ select, where, orderBy: [{ startAt: 'asc' }, { id: 'asc' }] }),
      );
    },
  });
}

export const StartHoldPayload = verbMutation('startHold', {
  description: 'Stops the clock of a lead.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    reason: t.field({ type: HoldReasonType, required: true, description: 'Reason.' }),
    text: t.string({ description: 'Free text; required with OTHER.' }),
    startAt: t.field({
      type: 'DateTime',
      description: 'Start of the hold; now if left out. Another instant is for managers.',
    }),
    endAt: t.field({
      type: 'DateTime',
      description:
        'End of the hold. If left out, the hold lasts until it is ended; an agent’s lasts no longer than `maxHoldDays` unless a manager confirms it. Longer holds are for managers.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ...input }) => ({
    id: (await startHold(ctx, { ...input, leadId: leadId.id })).holdId,
  }),
  payload: (t) => ({ hold: holdField(t) }),
});

export const EndHoldPayload = verbMutation('endHold', {
  description: 'Ends a hold now: the clock runs again unless another hold stops it.',
  input: (t) => ({
    holdId: t.globalID({ for: HoldType, required: true, description: 'Global id of the hold.' }),
  }),
  run: async (ctx, { holdId }) => withRest(await endHold(ctx, { holdId: holdId.id })),
  payload: (t) => ({ hold: holdField(t), runningHolds: runningHoldsField(t) }),
});

export const ConfirmHoldPayload = verbMutation('confirmHold', {
  description:
    'Confirms an agent’s open-ended hold, so that it no longer ends by itself. For managers, before `endsBy`.',
  input: (t) => ({
    holdId: t.globalID({ for: HoldType, required: true, description: 'Global id of the hold.' }),
  }),
  run: async (ctx, { holdId }) => ({ id: (await confirmHold(ctx, { holdId: holdId.id })).holdId }),
  payload: (t) => ({ hold: holdField(t) }),
});

export const VoidHoldPayload = verbMutation('voidHold', {
  description:
    'Declares a hold void: it stays on record, but the clock runs as if it had never been.',
  input: (t) => ({
    holdId: t.globalID({ for: HoldType, required: true, description: 'Global id of the hold.' }),
    reason: t.string({ required: true, description: 'Reason.' }),
    confirmEnd: confirmEnd(t),
  }),
  run: async (ctx, { holdId, ...input }) =>
    withRest(await voidHold(ctx, { ...input, holdId: holdId.id })),
  payload: (t) => ({ hold: holdField(t), runningHolds: runningHoldsField(t) }),
});
