import { z } from 'zod';
import { cleanLine } from '../../domain/text/clean.js';
import { cronTimes } from './cron-settings.js';
import { defineSetting, type SettingDefinition } from './define-setting.js';
import { POLICY_SETTINGS } from './policy-settings.js';

const days = (min: number, max = 3650) => z.int().min(min).max(max);

/**
 * All settings, one entry each: a new setting is added here, read with `readSetting` and runs `npm run docs`. The
 * parts of the protection policy are versioned together and stand in policy-settings.ts.
 */
export const SETTINGS = {
  reclaimCoolDownDays: defineSetting({
    description: 'Days that the former owner of a lead must wait before claiming it again.',
    schema: days(0),
    defaultValue: 0,
  }),
  claimsPerDay: defineSetting({
    description:
      'Leads that an agent may take out of the pool in one local day, by claiming them or by registering, importing or renaming a lead to what lies there. What a manager gives them or imports does not count.',
    schema: z.int().min(0).max(100_000),
    defaultValue: 20,
  }),
  maxProtectedLeads: defineSetting({
    description: 'Leads that an agent may have under protection at once; null is no limit.',
    schema: z.int().min(0).max(10_000_000).nullable(),
    defaultValue: null,
  }),
  maxProtectedLeadsOnReassign: defineSetting({
    description:
      'Whether `maxProtectedLeads` also holds for leads that a manager gives to an agent (`reassignLead`, `reassignLeads`, `reopenLead`).',
    schema: z.boolean(),
    defaultValue: true,
  }),
  conflictChecksPerDay: defineSetting({
    description:
      'Companies that an agent or a program may check for conflicts in one local day; a refused registration counts as well.',
    schema: z.int().min(0).max(1_000_000),
    defaultValue: 300,
  }),
  maxHoldDays: defineSetting({
    description:
      'Days that a hold may last without a manager; holds that follow one another within seven days count as one. An open-ended one ends by itself after that, unless a manager confirms it.',
    schema: days(1),
    defaultValue: 90,
  }),
  maxHoldShare: defineSetting({
    description:
      'Share of `protection.progressDays` for which the holds of agents may stop the clock in one window without a manager, 0.5 for half of it; null is no limit. Holds for late samples do not count.',
    schema: z.number().min(0).max(1).nullable(),
    defaultValue: null,
  }),
  holdEndNoticeDays: defineSetting({
    description:
      'Days before an open-ended hold ends by itself that its owner and the managers are told.',
    schema: days(0, 365),
    defaultValue: 7,
  }),

  warningDeliveryHours: defineSetting({
    description:
      'Hours within which a progress warning has to be delivered to count from the moment it was issued. One that takes longer counts from its delivery, and managers and admins are told.',
    schema: z.int().min(1).max(48),
    defaultValue: 24,
  }),

  graceReminderDays: defineSetting({
    description:
      'Days before protection ends for lack of progress that its owner is reminded once more; null: not at all.',
    schema: days(1, 365).nullable(),
    defaultValue: 3,
  }),
  graceReminderToManagers: defineSetting({
    description: 'Whether the managers get that reminder too.',
    schema: z.boolean(),
    defaultValue: true,
  }),

  'matching.sharedDomains': defineSetting({
    description:
      'Domains, beside the known mailbox providers and portals, that many companies share: an operator’s, a chain’s, an association’s. A lead is not recognised by them.',
    schema: z.array(z.string().trim().toLowerCase().min(3).max(253)).max(1_000),
    defaultValue: [],
  }),

  extensionReminderDays: defineSetting({
    description: 'Days that an extension request may wait before the managers are reminded of it.',
    schema: days(0),
    defaultValue: 3,
  }),

  sampleDelayHold: defineSetting({
    description: 'Whether a sample that is late holds the clock until it is shipped.',
    schema: z.boolean(),
    defaultValue: false,
  }),
  sampleFeedbackDueDays: defineSetting({
    description: 'Days after delivery until the agent is reminded of the feedback.',
    schema: days(1),
    defaultValue: 14,
  }),
  feedbackLinkDays: defineSetting({
    description: 'Days that the link to the feedback page works.',
    schema: days(1),
    defaultValue: 30,
  }),

  'company.name': defineSetting({
    description:
      'Name of the company that asks, on the feedback page and in the mails to customers; null: none is shown.',
    schema: z.string().overwrite(cleanLine).min(1).max(200).nullable(),
    defaultValue: null,
  }),
  'company.imprintUrl': pageOf('imprint'),
  'company.privacyUrl': pageOf('privacy notice'),

  provisionRole: defineSetting({
    description:
      'Role that an unknown person gets at the first sign-in with a valid token of the identity provider; null: unknown persons are refused. Where JWT_ROLE_CLAIM is set, the token says the role.',
    schema: z.enum(['REP', 'MANAGER', 'AUDITOR', 'WALLBOARD']).nullable(),
    defaultValue: null,
  }),
  apiTokenDays: defineSetting({
    description: 'Days for which an API token is valid: the most, and the default.',
    schema: days(1),
    defaultValue: 365,
  }),

  'pseudonymization.afterDays': defineSetting({
    description:
      'Days for which a lead that is no longer under protection keeps its personal data.',
    schema: days(0, 36_500),
    defaultValue: 60,
  }),
  'idempotency.keepDays': defineSetting({
    description:
      'Days for which an idempotency key is kept: a repeated request changes nothing for so long.',
    schema: days(1, 365),
    defaultValue: 7,
  }),
  'import.retentionDays': defineSetting({
    description: 'Days that the report of a finished import stays as it is.',
    schema: days(0, 36_500),
    defaultValue: 7,
  }),
  'import.retentionMode': defineSetting({
    description: 'Treatment of the report of an import after that: deleted, or archived first.',
    schema: z.enum(['DELETE', 'ARCHIVE']),
    defaultValue: 'DELETE',
  }),
  'import.archiveDays': defineSetting({
    description: 'Days that an archived import is kept.',
    schema: days(0, 36_500),
    defaultValue: 90,
  }),
  'events.retentionDays': defineSetting({
    description:
      'Days that the event log keeps an event. A subscriber or webhook that comes back later has to start anew.',
    schema: days(1, 36_500),
    defaultValue: 90,
  }),
  'events.retentionMode': defineSetting({
    description:
      'Treatment of an event after that: deleted, or moved to the table domain_event_archive first.',
    schema: z.enum(['DELETE', 'ARCHIVE']),
    defaultValue: 'DELETE',
  }),
  'events.archiveDays': defineSetting({
    description: 'Days that an archived event is kept.',
    schema: days(0, 36_500),
    defaultValue: 3650,
  }),
  'mail.connections': defineSetting({
    description:
      'Mails that a process sends at once. A mail with a slow server makes room for others after some seconds.',
    schema: z.int().min(1).max(64),
    defaultValue: 16,
  }),
  'mail.perSecond': defineSetting({
    description: 'Mails that a process sends in a second at most; a fraction for fewer than one.',
    schema: z.number().min(0.01).max(10_000),
    defaultValue: 100,
  }),
  'mail.nightlyDigest': defineSetting({
    description:
      'Whether the mails of a night about leads that go to one person go as one: warnings and reminders, and with them what has ended and which holds will end since the night before. Each of them is delivered with it. If not, each goes by itself and at once.',
    schema: z.boolean(),
    defaultValue: true,
  }),
  'conflicts.refuseCustomers': defineSetting({
    description:
      'Whether a company that is a customer (CONVERTED) cannot be registered as a lead; if not, only leads under protection keep a company away.',
    schema: z.boolean(),
    defaultValue: true,
  }),
  'conflictChecks.retentionDays': defineSetting({
    description: 'Days for which conflict checks are kept, with their actors and verdicts.',
    schema: days(1, 36_500),
    defaultValue: 90,
  }),
  'receipts.checkpointMinutes': defineSetting({
    description:
      'Minutes after which new receipts are sealed by a signed checkpoint of the receipt log; without new ones none is made.',
    schema: z.int().min(1).max(10),
    defaultValue: 5,
  }),
  'webhook.maxAttempts': defineSetting({
    description:
      'Attempts to send an event to an endpoint before it is given up and the next one follows; 300 take about a day.',
    schema: z.int().min(1).max(10_000),
    defaultValue: 300,
  }),
  'webhook.retentionDays': defineSetting({
    description: 'Days for which settled deliveries to endpoints are kept.',
    schema: days(1, 36_500),
    defaultValue: 30,
  }),
  'mail.retentionDays': defineSetting({
    description:
      'Days for which a mail is kept after it was written, once it was sent, discarded or given up. One that carried a warning or a reminder is kept while the ownership runs that it was about, and for as many days after that.',
    schema: days(7, 36_500),
    defaultValue: 180,
  }),
  'jobRuns.retentionDays': defineSetting({
    description:
      'Days for which runs of nightly jobs are kept. The latest scheduled run of each job always is.',
    schema: days(7, 36_500),
    defaultValue: 365,
  }),
  'handOvers.retentionDays': defineSetting({
    description: 'Days for which finished hand-overs are kept, with what became of each lead.',
    schema: days(7, 36_500),
    defaultValue: 365,
  }),
  'conflicts.retentionDays': defineSetting({
    description:
      'Days for which refused registrations are listed. Their receipts stay, and so do registrations in spite of a resemblance, with their decisions.',
    schema: days(7, 36_500),
    defaultValue: 730,
  }),
  'projection-check.sampleSize': defineSetting({
    description: 'Leads whose projection one run of the check recomputes.',
    schema: z.int().min(1).max(1_000_000),
    defaultValue: 1_000,
  }),

  'kpi.reminderMinutes': defineSetting({
    description: 'Minutes after it is due within which a reminder counts as delivered in time.',
    schema: z.int().min(1).max(100_000),
    defaultValue: 60,
  }),
  'kpi.eventBusinessType': defineSetting({
    description: 'The business type of the leads for which the response time is measured.',
    schema: z.string().trim().min(1).max(100),
    defaultValue: 'CATERING',
  }),
  'kpi.eventResponseMinutes': defineSetting({
    description: 'Minutes after the registration of such a lead within which to act on it.',
    schema: z.int().min(1).max(100_000),
    defaultValue: 120,
  }),
  'kpi.aiCostPerMonth': costPerMonth('AI'),
  'kpi.infrastructureCostPerMonth': costPerMonth('the infrastructure'),
  'kpi.timeCostPerMonth': costPerMonth('working time'),

  ...cronTimes(),
} as const satisfies Record<string, SettingDefinition>;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = z.output<(typeof SETTINGS)[Key]['schema']>;

/** The scope in which a value may differ from the general one. No user has settings of their own. */
export type SettingScope = 'GLOBAL' | 'BUSINESS_TYPE';

export interface KnownSetting extends SettingDefinition {
  readonly key: string;
  /** `BUSINESS_TYPE`: `protection.overrides` may name another value for leads of one business type. */
  readonly scope: SettingScope;
}

/** All settings and all parts of the protection policy, in the order of the keys. */
export const KNOWN_SETTINGS: readonly KnownSetting[] = [
  ...Object.entries<SettingDefinition>(SETTINGS).map(([key, definition]) => ({
    ...definition,
    key,
    scope: 'GLOBAL' as const,
  })),
  ...Object.entries(POLICY_SETTINGS).map(([part, definition]) => ({
    ...definition,
    key: `protection.${part}`,
    scope: part === 'overrides' ? ('GLOBAL' as const) : ('BUSINESS_TYPE' as const),
  })),
].sort((a, b) => (a.key < b.key ? -1 : 1));

function pageOf(what: string) {
  return defineSetting({
    description: `Address of the company's ${what}, linked on the feedback page and in the mails to customers; null: no link.`,
    schema: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
    defaultValue: null,
  });
}

function costPerMonth(what: string) {
  return defineSetting({
    description: `Cost of ${what} in thirty days, in euros; null if it is not known.`,
    schema: z.number().min(0).max(1_000_000_000).nullable(),
    defaultValue: null,
  });
}
