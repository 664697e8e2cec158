import { MAX_VALUE_LENGTH } from '../../features/settings/read-change.js';
import { updateSetting } from '../../features/settings/update-setting.js';
import { listSettings } from '../../platform/settings/list-settings.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { PolicyPreviewType, previewSignal } from './preview.js';
import { SettingType } from './types.js';

verbMutation('updateSetting', {
  description:
    'Changes a setting, for admins. Of the protection policy each change makes a new version of the whole, which reaches every lead in the background: see `policyRollout`. To take a change back, set what `settingHistory` says was before.',
  input: (t) => ({
    key: t.string({ required: true, maxLength: 100, description: 'Its key, as in `settings`.' }),
    businessType: t.string({
      description:
        'For the leads of this business type alone; only for the parts of the protection policy, as their `scope` says.',
    }),
    value: t.string({
      required: true,
      maxLength: MAX_VALUE_LENGTH,
      description:
        'The value as JSON: `30`, `null`, `["MEETING"]`, `"Europe/Berlin"`. With a business type, null lets what counts for all count again.',
    }),
    expectedVersion: t.int({
      required: true,
      description:
        'The `version` in `settings`, or 0 where that is null. If it has another one by now, nothing is changed.',
    }),
    reason: t.string({
      description: 'Why, in at least three letters. It may be left out of a dry run alone.',
    }),
    dryRun: t.boolean({ description: 'Only judge it and tell what it would do, write nothing.' }),
  }),
  run: (ctx, input) => updateSetting(ctx, input, previewSignal(ctx)),
  payload: (t) => ({
    changed: t.exposeBoolean('changed', {
      description: 'False if that was its value already, and for a dry run.',
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
        'What it would do to the leads under protection; null unless it is a dry run of a part of the protection policy.',
      resolve: ({ preview }) => preview,
    }),
  }),
});
