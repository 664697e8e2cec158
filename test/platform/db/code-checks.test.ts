import { expect, test } from 'vitest';
import { ROLES } from '../../../src/domain/actor.js';
import { HOLD_REASONS } from '../../../src/domain/hold-reasons.js';
import { LEAD_STATUSES, OWNERSHIP_ENDS } from '../../../src/domain/lead-status.js';
import { LOCALES } from '../../../src/domain/locales.js';
import { MERGE_RULES } from '../../../src/domain/merge-rule.js';
import { ACTIVITY_KINDS } from '../../../src/domain/policy.js';
import { SCHEDULED_SETTING_STATUSES } from '../../../src/features/settings/scheduled-settings.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

// A code that the program knows and the database refuses, or the other way round, shows only when it is first written.
test.each([
  ['user_account_role_check', ROLES],
  ['user_account_locale_check', LOCALES],
  ['outbox_email_locale_check', LOCALES],
  ['lead_status_check', LEAD_STATUSES],
  ['ownership_end_reason_check', Object.keys(OWNERSHIP_ENDS)],
  ['activity_kind_check', ACTIVITY_KINDS],
  ['scheduled_setting_status_check', SCHEDULED_SETTING_STATUSES],
  ['lead_merge_rule_check', Object.keys(MERGE_RULES)],
  ['hold_reason_check', Object.keys(HOLD_REASONS)],
])('%s allows what the table of the program has, and nothing else', async (name, codes) => {
  const [check] = await db.prisma.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = ${name}`;
  const allowed = [...(check?.definition ?? '').matchAll(/'([^']+)'/g)].map(([, code]) => code);
  expect(allowed.sort()).toEqual([...codes].sort());
});
