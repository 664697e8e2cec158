import { cancelScheduledSetting } from '../../features/settings/cancel-scheduled-setting.js';
import { MAX_VALUE_LENGTH } from '../../features/settings/read-change.js';
import { updateSetting } from '../../features/settings/update-setting.js';
import { listSettings } from '../../platform/settings/list-settings.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { PolicyPreviewType, previewSignal } from './preview.js';
import { ScheduledSettingType, SettingType } from './types.js';

verbMutation('updateSetting', {
  description:
    'Changes a setting, for admins. A change of a part of the protection policy makes a new version of the whole policy, which reaches every lead in the background: see `policyRollout`. To take a change back, set the value before it from `settingHistory`.',
  input: (t) => ({
    key: t.string({
      required: true,
      maxLength: 100,
      description: 'Key of the setting, as in `settings`.',
    }),
    businessType: t.string({
      description:
        'For the leads of this business type alone; only for the parts of the protection policy, as their `scope` says.',
    }),
    value: t.string({
      required: true,
      maxLength: MAX_VALUE_LENGTH,
      description:
        'The value as JSON: `30`, `null`, `["MEETING"]`, `"Europe/Berlin"`. With a business type, null restores the general value.',
    }),
    expectedVersion: t.int({
      required: true,
      description:
        'The `version` of the setting as the client read it, or 0 if that is null; the change is refused if the setting has another one.',
    }),
    reason: t.string({
      description:
        'Reason of the change, of at least three letters; may be left out in a dry run only.',
    }),
    validFrom: t.field({
      type: 'DateTime',
      description:
        'When the change is to be made, at most five years ahead; at once if left out. It is judged now, and once more when it is made: see `scheduledSettings`.',
    }),
    dryRun: t.boolean({
      description:
        'If true, nothing is written: the change is only validated and its effect previewed.',
    }),
  }),
  run: (ctx, input) => updateSetting(ctx, input, previewSignal(ctx)),
  payload: (t) => ({
    changed: t.exposeBoolean('changed', {
      description:
        'Whether the value was changed; false if it was the value already, for a change that is scheduled, and for a dry run.',
    }),
    scheduled: t.field({
      type: ScheduledSettingType,
      nullable: true,
      description: 'The change that waits for its instant; null unless `validFrom` was given.',
      resolve: ({ scheduledId }, _args, { reads }) =>
        scheduledId === null
          ? null
          : reads.read((tx) => tx.scheduledSetting.findUnique({ where: { id: scheduledId } })),
    }),
    setting: t.field({
      type: SettingType,
      nullable: true,
      description: 'The setting as it is now.',
      resolve: async ({ key }, _args, { reads }) => {
        const settings = await reads.read((tx) => listSettings(tx));
        return settings.find((setting) => setting.key === key) ?? null;
      },
    }),
    preview: t.field({
      type: PolicyPreviewType,
      nullable: true,
      description:
        'Effect on the leads under protection; null unless it is a dry run of a part of the protection policy.',
      resolve: ({ preview }) => preview,
    }),
  }),
});

verbMutation('cancelScheduledSetting', {
  description:
    'Takes back a change of a setting that waits for its instant. Fails with NOT_PENDING if it was made, cancelled or failed before.',
  input: (t) => ({
    scheduledSettingId: t.globalID({
      for: ScheduledSettingType,
      required: true,
      description: 'Global id of the scheduled change.',
    }),
  }),
  run: (ctx, { scheduledSettingId: { id } }) =>
    cancelScheduledSetting(ctx, { scheduledSettingId: id }),
  payload: (t) => ({
    scheduled: t.field({
      type: ScheduledSettingType,
      nullable: true,
      description: 'The change, which is CANCELLED now.',
      resolve: ({ id }, _args, { reads }) =>
        reads.read((tx) => tx.scheduledSetting.findUnique({ where: { id } })),
    }),
  }),
});
