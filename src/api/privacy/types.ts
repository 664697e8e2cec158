import type { SpeakingRow } from '../../features/privacy/find-texts.js';
import { builder } from '../kit/builder.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';

export const ErasableRowType = builder.objectRef<SpeakingRow>('ErasableRow').implement({
  description: 'A row with a text that speaks of a person.',
  fields: (t) => ({
    table: t.exposeString('table', { description: 'Kind of row, such as `activity`.' }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'Lead that the row is about; null if it is about none.',
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    columns: t.exposeStringList('columns', {
      description:
        'Columns in which the person was found. Of mails that do not go to agents the others are emptied with them.',
    }),
    places: t.stringList({
      description:
        'Values that speak of the person, such as `after.contacts.0.name`. Of audit entries and of mails to agents no others are emptied.',
      resolve: ({ paths }) => paths.map((path) => path.join('.')),
    }),
    values: t.field({
      type: 'JSON',
      description: 'What all texts of the row say, by column.',
      resolve: ({ values }) => values,
    }),
  }),
});
