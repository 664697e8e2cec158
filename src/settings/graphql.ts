import { builder } from '../graphql/builder.js';
import { listSettings, type SettingView } from './list-settings.js';

const SettingType = builder.objectRef<SettingView>('Setting').implement({
  description: 'Something that can be set, and its value in force everywhere.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Name.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Value in force; null where that means no limit.',
      resolve: ({ value }) => value,
    }),
    version: t.exposeInt('version', {
      nullable: true,
      description: 'Grows with every change; null while the default counts.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last changed.',
    }),
  }),
});

builder.queryField('settings', (t) =>
  t.field({
    type: [SettingType],
    description: 'Everything that can be set, in the order of the keys.',
    resolve: (_root, _args, { reads }) => reads.read((tx) => listSettings(tx)),
  }),
);
