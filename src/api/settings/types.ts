import { z } from 'zod';
import type { SettingView } from '../../platform/settings/list-settings.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';

const SettingScopeType = codeType(
  'SettingScope',
  'Scope in which the value of a setting may differ.',
  {
    GLOBAL: 'One value for the whole installation.',
    BUSINESS_TYPE: 'By the business type of the lead, see `protection.overrides`.',
  },
);

export const SettingType = builder.objectRef<SettingView>('Setting').implement({
  description: 'A setting with its value in force.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Name.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
    scope: t.expose('scope', {
      type: SettingScopeType,
      description: 'Scope in which the value may differ.',
    }),
    schema: t.field({
      type: 'JSON',
      description: 'Allowed values, as JSON Schema (2020-12).',
      resolve: ({ schema }) => z.toJSONSchema(schema),
    }),
    defaultValue: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Default value, in force until another one is set.',
      resolve: ({ defaultValue }) => defaultValue,
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Value in force; null if it means no limit.',
      resolve: ({ value }) => value,
    }),
    version: t.exposeInt('version', {
      nullable: true,
      description:
        'Grows with every change; null while the default is in force. The settings of the protection policy share one version.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last changed.',
    }),
  }),
});
