import { z } from 'zod';

/** What can be set about leads and holds. The protection policy has its own, versioned store. */
export const SETTINGS = {
  maxHoldDays: {
    schema: z.number().int().min(1).max(3650).default(90),
    description: 'Days that a hold may last without a manager.',
  },
  reclaimCoolDownDays: {
    schema: z.number().int().min(0).max(3650).default(0),
    description: 'Days that the former owner of a lead must wait before claiming it again.',
  },
  claimsPerDay: {
    schema: z.number().int().min(0).max(100_000).default(20),
    description: 'Leads that an agent may claim from the pool in one local day.',
  },
  maxProtectedLeads: {
    schema: z.number().int().min(0).max(10_000_000).nullable().default(null),
    description: 'Leads that an agent may have under protection at once; null is no limit.',
  },
  extensionReminderDays: {
    schema: z.number().int().min(0).max(3650).default(3),
    description: 'Days that an extension request may wait before the managers are reminded of it.',
  },
} as const satisfies Record<string, { schema: z.ZodType; description: string }>;

export type SettingKey = keyof typeof SETTINGS;
