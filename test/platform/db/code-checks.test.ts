import { expect, test } from 'vitest';
import { ROLES } from '../../../src/domain/actor.js';
import { HOLD_REASONS } from '../../../src/domain/hold-reasons.js';
import { LEAD_STATUSES, OWNERSHIP_ENDS } from '../../../src/domain/lead-status.js';
import { LOCALES } from '../../../src/domain/locales.js';
import { MERGE_RULES } from '../../../src/domain/merge-rule.js';
import { ACTIVITY_KINDS } from '../../../src/domain/policy.js';
import { RECEIPT_KINDS } from '../../../src/domain/receipts/receipt.js';
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
  ['receipt_kind_check', RECEIPT_KINDS],
])('%s allows what the table of the program has, and nothing else', async (name, codes) => {
  const [check] = await db.prisma.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = ${name}`;
  const allowed = [...(check?.definition ?? '').matchAll(/'([^']+)'/g)].map(([, code]) => code);
  expect(allowed.sort()).toEqual([...codes].sort());
});

test('the trigger drafts a receipt for each kind but refusals, which are about no lead', async () => {
  const [found] = await db.prisma.$queryRaw<{ body: string }[]>`
    SELECT prosrc AS body FROM pg_proc WHERE proname = 'event_yields_receipt'`;
  const drafted = [...(found?.body ?? '').matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code);
  expect([...drafted, 'REGISTRATION_REFUSED'].sort()).toEqual([...RECEIPT_KINDS].sort());
});
