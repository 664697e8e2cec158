import { z } from 'zod';
import type { SettingView } from '../../platform/settings/list-settings.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';

const SettingScopeType = codeType('SettingScope', 'Where the value of a setting may differ.', {
  GLOBAL: 'Nowhere: one value counts for all.',
  BUSINESS_TYPE: 'By the business type of the lead, see `protection.overrides`.',
});

export const SettingType = builder.objectRef<SettingView>('Setting').implement({
  description: 'Something that can be set, and its value in force everywhere.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Name.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
    scope: t.expose('scope', { type: SettingScopeType, description: 'Where it may differ.' }),
    schema: t.field({
      type: 'JSON',
      description: 'What is allowed, as JSON Schema (2020-12).',
      resolve: ({ schema }) => z.toJSONSchema(schema),
    }),
    defaultValue: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value that counts until it is set.',
      resolve: ({ defaultValue }) => defaultValue,
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Value in force; null where that means no limit.',
      resolve: ({ value }) => value,
    }),
    version: t.exposeInt('version', {
      nullable: true,
      description:
        'Grows with every change; null while the default counts. The parts of the protection policy have one together.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last changed.',
    }),
  }),
});
