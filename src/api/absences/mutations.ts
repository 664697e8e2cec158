import { announceAbsence } from '../../features/absences/announce-absence.js';
import { cancelAbsence } from '../../features/absences/cancel-absence.js';
import { idempotencyKey, replayedField, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { UserType } from '../users/types.js';
import { AbsenceType } from './types.js';

const absenceField = rowField(AbsenceType, 'The absence as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.absence.findUniqueOrThrow(query)),
);

verbMutation('announceAbsence', {
  description:
    'Says that an agent is away: until then a deputy gets the mails that warn of the end of a protection, sees the leads and does what is due on them: activities, holds, contacts, samples, but not releasing or converting them.',
  input: (t) => ({
    userId: t.globalID({ for: UserType, description: 'Who is away; oneself if left out.' }),
    deputyId: t.globalID({ for: UserType, required: true, description: 'Who gets the warnings.' }),
    startsAt: t.field({ type: 'DateTime', description: 'From when; from now if left out.' }),
    endsAt: t.field({ type: 'DateTime', required: true, description: 'Until when.' }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { userId, deputyId, ...input }) => {
    const { absenceId, replayed } = await announceAbsence(ctx, {
      ...input,
      userId: userId?.id,
      deputyId: deputyId.id,
    });
    return { id: absenceId, replayed };
  },
  payload: (t) => ({ absence: absenceField(t), replayed: replayedField(t) }),
});

verbMutation('cancelAbsence', {
  description: 'Says that an agent is back, or not away after all.',
  input: (t) => ({
    absenceId: t.globalID({ for: AbsenceType, required: true, description: 'Which absence.' }),
  }),
  run: async (ctx, { absenceId }) => ({
    id: (await cancelAbsence(ctx, { absenceId: absenceId.id })).absenceId,
  }),
  payload: (t) => ({ absence: absenceField(t) }),
});
