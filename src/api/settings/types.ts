import { z } from 'zod';
import type { PolicyRollout } from '../../features/settings/policy-rollout.js';
import type { SettingHistoryEntry } from '../../features/settings/setting-history.js';
import type { SettingView } from '../../platform/settings/list-settings.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

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

export const SettingHistoryEntryType = builder
  .objectRef<SettingHistoryEntry>('SettingHistoryEntry')
  .implement({
    description: 'One change of a setting.',
    fields: (t) => ({
      occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When.' }),
      actor: t.field({
        type: UserType,
        nullable: true,
        description: 'Who; null for the system itself.',
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
          'The value as it was. For a business type, null is what counts for all. As JSON text it is what `updateSetting` takes to go back.',
        resolve: ({ before }) => before,
      }),
      after: t.field({
        type: 'JSON',
        nullable: true,
        description: 'The value as it became.',
        resolve: ({ after }) => after,
      }),
      version: t.exposeInt('version', {
        nullable: true,
        description:
          'The version that it made; null where the entry was forgotten with a person it told of.',
      }),
      reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
    }),
  });

export const PolicyRolloutType = builder.objectRef<PolicyRollout>('PolicyRollout').implement({
  description: 'How far a changed protection policy has reached the leads under protection.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Version of the policy in force.' }),
    total: t.exposeInt('total', { description: 'How many leads there are under protection.' }),
    done: t.exposeInt('done', { description: 'How many of them have their dates by it.' }),
  }),
});
