import { decideOverride } from '../../features/overrides/decide-override.js';
import { rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { ConflictType } from './types.js';

verbMutation('decideOverride', {
  description:
    'Confirms that a lead is another company than the one it resembles, or undoes the override, by which the lead goes back to the pool. For managers of the territory of the lead that was met.',
  input: (t) => ({
    conflictId: t.globalID({
      for: ConflictType,
      required: true,
      description: 'Global id of the record of the override.',
    }),
    confirm: t.boolean({
      required: true,
      description: 'True to confirm the override, false to undo it.',
    }),
    note: t.string({
      description: 'Note of the manager; the reason of the release if the override is undone.',
    }),
  }),
  run: async (ctx, { conflictId, ...input }) => ({
    id: (await decideOverride(ctx, { ...input, conflictId: conflictId.id })).conflictId,
  }),
  payload: (t) => ({
    conflict: rowField(ConflictType, 'The record as it is now.', ({ reads }, query) =>
      reads.read((tx) => tx.conflict.findUniqueOrThrow(query)),
    )(t),
  }),
});
