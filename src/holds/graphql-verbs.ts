import { confirmEnd, idempotencyKey, rowField } from '../graphql/verb-fields.js';
import { verbMutation } from '../graphql/verb-mutation.js';
import { LeadType } from '../leads/graphql.js';
import { confirmHold } from './confirm-hold.js';
import { endHold } from './end-hold.js';
import { HoldReasonType, HoldType } from './graphql.js';
import { startHold } from './start-hold.js';
import { voidHold } from './void-hold.js';

const holdField = rowField(HoldType, 'The hold as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.hold.findUniqueOrThrow(query)),
);

verbMutation('startHold', {
  description: 'Stops the clock of a lead.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Of which lead.' }),
    reason: t.field({ type: HoldReasonType, required: true, description: 'Why.' }),
    text: t.string({ description: 'Free text; needed with OTHER.' }),
    startAt: t.field({
      type: 'DateTime',
      description: 'From when; from now if left out. Another instant is for managers.',
    }),
    endAt: t.field({
      type: 'DateTime',
      description:
        'Until when; until it is ended if left out, an agent’s no longer than `maxHoldDays` unless a manager confirms it. Long holds are for managers.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ...input }) => ({
    id: (await startHold(ctx, { ...input, leadId: leadId.id })).holdId,
  }),
  payload: (t) => ({ hold: holdField(t) }),
});

verbMutation('endHold', {
  description: 'Lets the clock run again from now on, unless another hold stops it.',
  input: (t) => ({
    holdId: t.globalID({ for: HoldType, required: true, description: 'Which hold.' }),
  }),
  run: async (ctx, { holdId }) => ({ id: (await endHold(ctx, { holdId: holdId.id })).holdId }),
  payload: (t) => ({ hold: holdField(t) }),
});

verbMutation('confirmHold', {
  description:
    'Lets an agent’s open-ended hold go on: it no longer ends by itself. For managers, before `endsBy`.',
  input: (t) => ({
    holdId: t.globalID({ for: HoldType, required: true, description: 'Which hold.' }),
  }),
  run: async (ctx, { holdId }) => ({ id: (await confirmHold(ctx, { holdId: holdId.id })).holdId }),
  payload: (t) => ({ hold: holdField(t) }),
});

verbMutation('voidHold', {
  description:
    'Declares a hold void: it stays on record, but the clock runs as if it had never been.',
  input: (t) => ({
    holdId: t.globalID({ for: HoldType, required: true, description: 'Which hold.' }),
    reason: t.string({ required: true, description: 'Why.' }),
    confirmEnd: confirmEnd(t),
  }),
  run: async (ctx, { holdId, ...input }) => ({
    id: (await voidHold(ctx, { ...input, holdId: holdId.id })).holdId,
  }),
  payload: (t) => ({ hold: holdField(t) }),
});
