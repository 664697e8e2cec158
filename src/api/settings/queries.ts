import { readPolicyRollout } from '../../features/settings/policy-rollout.js';
import { visibleScheduledSettings } from '../../features/settings/scheduled-settings.js';
import { settingHistory } from '../../features/settings/setting-history.js';
import { listSettings } from '../../platform/settings/list-settings.js';
import { readsTrail } from '../audit/types.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import {
  PolicyRolloutType,
  ScheduledSettingConnection,
  ScheduledSettingStatusType,
  SettingHistoryEntryType,
  SettingType,
} from './types.js';

builder.queryField('settings', (t) =>
  t.field({
    type: [SettingType],
    description: 'All settings, in the order of their keys.',
    resolve: (_root, _args, { reads }) => reads.read((tx) => listSettings(tx)),
  }),
);

/** Most changes in one answer. */
const MAX_HISTORY = 200;

builder.queryField('settingHistory', (t) =>
  t.field({
    type: [SettingHistoryEntryType],
    description:
      'The changes of a setting, the latest first, from the audit trail; for admins and auditors, empty for all other roles. Changes by SQL are not recorded.',
    args: {
      key: t.arg.string({ required: true, maxLength: 100, description: 'Key of the setting.' }),
      businessType: t.arg.string({
        description: 'Only changes for the leads of this business type.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `How many changes, at most ${MAX_HISTORY}.`,
      }),
    },
    resolve: (_root, { first, ...of }, { reads, actor }) => {
      if (!readsTrail(actor)) return [];
      const many = Math.min(Math.max(first, 0), MAX_HISTORY);
      return reads.read((tx) => settingHistory(tx, { ...of, first: many }));
    },
  }),
);

const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryField('scheduledSettings', (t) =>
  t.field({
    type: ScheduledSettingConnection,
    description:
      'The changes of settings that were given an instant of their own, the latest scheduled first; for admins and auditors, empty for all other roles.',
    args: {
      ...pageArgs,
      status: t.arg({
        type: ScheduledSettingStatusType,
        description: 'Only changes of this status.',
      }),
    },
    resolve: (_root, { status, ...args }, ctx, info) =>
      readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        { ...visibleScheduledSettings(ctx.actor), ...(status ? { status } : {}) },
        (query) => ctx.reads.read((tx) => tx.scheduledSetting.findMany(query)),
      ),
  }),
);

builder.queryField('policyRollout', (t) =>
  t.field({
    type: PolicyRolloutType,
    nullable: true,
    description:
      'How far the protection policy in force has reached the leads, for admins and auditors; null for all other roles.',
    resolve: (_root, _args, { reads, actor }) =>
      readsTrail(actor) ? reads.read((tx) => readPolicyRollout(tx)) : null,
  }),
);
