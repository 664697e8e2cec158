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
    'Records the absence of an agent. During it a deputy gets the mails that warn of the end of a protection, sees the agent’s leads and works on them: activities, holds, contacts and samples, but neither releases nor converts them.',
  input: (t) => ({
    userId: t.globalID({
      for: UserType,
      description: 'The agent who is away; the caller if left out.',
    }),
    deputyId: t.globalID({
      for: UserType,
      required: true,
      description: 'The agent who gets the warnings meanwhile.',
    }),
    startsAt: t.field({ type: 'DateTime', description: 'Start of the absence; now if left out.' }),
    endsAt: t.field({ type: 'DateTime', required: true, description: 'End of the absence.' }),
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
  description: 'Ends an absence, or cancels one that has not begun.',
  input: (t) => ({
    absenceId: t.globalID({
      for: AbsenceType,
      required: true,
      description: 'Global id of the absence.',
    }),
  }),
  run: async (ctx, { absenceId }) => ({
    id: (await cancelAbsence(ctx, { absenceId: absenceId.id })).absenceId,
  }),
  payload: (t) => ({ absence: absenceField(t) }),
});
