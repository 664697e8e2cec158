import { z } from 'zod';
import type { PolicyRollout } from '../../features/settings/policy-rollout.js';
import type { ScheduledSettingStatus } from '../../features/settings/scheduled-settings.js';
import { visibleScheduledSettings } from '../../features/settings/scheduled-settings.js';
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

export const ScheduledSettingStatusType = codeType(
  'ScheduledSettingStatus',
  'Status of a scheduled change of a setting.',
  {
    PENDING: 'It waits for its instant.',
    APPLIED: 'It was made.',
    CANCELLED: 'It was taken back by an admin.',
    FAILED: 'The other settings did not allow it any more when its instant came.',
  },
);

export const ScheduledSettingType = builder.prismaNode('ScheduledSetting', {
  id: { field: 'id', description: 'Global id.' },
  description:
    'A change of a setting that is made at an instant of its own; for admins and auditors.',
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleScheduledSettings(actor)] }),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Key of the setting.' }),
    businessType: t.exposeString('businessType', {
      nullable: true,
      description: 'For the leads of this business type alone; null for all.',
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value it is to have.',
      select: { value: true },
      resolve: ({ value }) => value,
    }),
    validFrom: t.expose('validFrom', {
      type: 'DateTime',
      description: 'When the change is made; jobs and ticks make it within seconds.',
    }),
    status: t.field({
      type: ScheduledSettingStatusType,
      description: 'Whether it was made.',
      select: { status: true },
      resolve: ({ status }) => status as ScheduledSettingStatus,
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was made, cancelled or failed; null while it waits.',
    }),
    failure: t.exposeString('failure', {
      nullable: true,
      description: 'Why it could not be made, for people; null unless it FAILED.',
    }),
    reason: t.exposeString('reason', { description: 'Reason of the change.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When it was scheduled.',
    }),
    createdBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The admin who scheduled it.',
      select: { createdById: true },
      resolve: ({ createdById }, _args, ctx, info) => resolveUser(ctx, info, createdById),
    }),
  }),
});

export const ScheduledSettingConnection = builder.connectionObject(
  {
    type: ScheduledSettingType,
    name: 'ScheduledSettingConnection',
    description: 'A page of scheduled changes of settings.',
  },
  { name: 'ScheduledSettingEdge', description: 'A scheduled change in a page.' },
);

export const PolicyRolloutType = builder.objectRef<PolicyRollout>('PolicyRollout').implement({
  description: 'How far a changed protection policy has reached the leads under protection.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Version of the policy in force.' }),
    total: t.exposeInt('total', { description: 'How many leads there are under protection.' }),
    done: t.exposeInt('done', { description: 'How many of them have dates under this version.' }),
  }),
});
