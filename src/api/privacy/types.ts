import type { SpeakingRow } from '../../features/privacy/find-texts.js';
import { builder } from '../kit/builder.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';

export const ErasableRowType = builder.objectRef<SpeakingRow>('ErasableRow').implement({
  description: 'A row with a text that mentions a person.',
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
        'Columns that mention the person. In mails to recipients who are no agents, the other columns are emptied too.',
    }),
    places: t.stringList({
      description:
        'Paths of the values that mention the person, such as `after.contacts.0.name`. In audit entries and mails to agents only these are emptied.',
      resolve: ({ paths }) => paths.map((path) => path.join('.')),
    }),
    values: t.field({
      type: 'JSON',
      description: 'All texts of the row by column, as JSON.',
      resolve: ({ values }) => values,
    }),
  }),
});
