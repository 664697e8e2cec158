import { z } from 'zod';
import type { Tx } from '../db/open.js';

const days = z.number().int().min(1).max(3650);

/** What can be set about samples. */
export const SAMPLE_SETTINGS = {
  sampleDelayHold: {
    schema: z.boolean().default(false),
    description: 'Whether a sample that is late holds the clock until it is shipped.',
  },
  sampleFeedbackDueDays: {
    schema: days.default(14),
    description: 'Days after delivery until the agent is reminded of the feedback.',
  },
  feedbackLinkDays: {
    schema: days.default(30),
    description: 'Days that the link to the feedback page works.',
  },
} as const satisfies Record<string, { schema: z.ZodType; description: string }>;

type SampleSettings = typeof SAMPLE_SETTINGS;

/**
 * The global value of a setting, or its default.
 * @throws ZodError if what is stored is not allowed
 */
export async function sampleSetting<Key extends keyof SampleSettings>(
  tx: Tx,
  key: Key,
): Promise<z.output<SampleSettings[Key]['schema']>> {
  const stored = await tx.setting.findUnique({
    where: { key_scope_scopeKey: { key, scope: 'GLOBAL', scopeKey: '' } },
    select: { value: true },
  });
  return SAMPLE_SETTINGS[key].schema.parse(stored?.value) as z.output<
    SampleSettings[Key]['schema']
  >;
}
