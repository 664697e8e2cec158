import { listSettings } from '../../platform/settings/list-settings.js';
import { builder } from '../kit/builder.js';
import { SettingType } from './types.js';

builder.queryField('settings', (t) =>
  t.field({
    type: [SettingType],
    description: 'All settings, in the order of their keys.',
    resolve: (_root, _args, { reads }) => reads.read((tx) => listSettings(tx)),
  }),
);
