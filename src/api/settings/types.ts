import { z } from 'zod';
import type { PolicyRollout } from '../../features/settings/policy-rollout.js';
import type { SettingHistoryEntry } from '../../features/settings/setting-history.js';
import type { SettingView } from '../../platform/settings/list-settings.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

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
    description: t.exposeString('description', { description: 'Meaning of the setting.' }),
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

export const SettingHistoryEntryType = builder
  .objectRef<SettingHistoryEntry>('SettingHistoryEntry')
  .implement({
    description: 'One change of a setting.',
    fields: (t) => ({
      occurredAt: t.expose('occurredAt', {
        type: 'DateTime',
        description: 'When the change was made.',
      }),
      actor: t.field({
        type: UserType,
        nullable: true,
        description: 'The user who made the change; null for the system itself.',
        resolve: ({ actorId }, _args, ctx, info) => resolveUser(ctx, info, actorId),
      }),
      businessType: t.exposeString('businessType', {
        nullable: true,
        description: 'For the leads of this business type alone; null for all.',
      }),
      before: t.field({
        type: 'JSON',
        nullable: true,
        description:
          'The value before the change. For a business type, null is the general value. `updateSetting` takes it as JSON text to go back.',
        resolve: ({ before }) => before,
      }),
      after: t.field({
        type: 'JSON',
        nullable: true,
        description: 'The value after the change.',
        resolve: ({ after }) => after,
      }),
      version: t.exposeInt('version', {
        nullable: true,
        description:
          'The version that the change made; null if the entry was erased with a person it mentioned.',
      }),
      reason: t.exposeString('reason', { nullable: true, description: 'Reason.' }),
    }),
  });

export const PolicyRolloutType = builder.objectRef<PolicyRollout>('PolicyRollout').implement({
  description: 'How far a changed protection policy has reached the leads under protection.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Version of the policy in force.' }),
    total: t.exposeInt('total', { description: 'How many leads there are under protection.' }),
    done: t.exposeInt('done', { description: 'How many of them have dates under this version.' }),
  }),
});
