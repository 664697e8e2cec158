import { z } from 'zod';
import { isLongerThan } from '../../domain/text/clean.js';
import { isReason } from '../../domain/text/is-reason.js';
import { violatedConstraint } from '../../platform/db/violated-constraint.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { optionalLine, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { applyChange } from './apply-change.js';
import type { PolicyPreview } from './policy-tally.js';
import { previewPolicy } from './preview-policy.js';
import { MAX_VALUE_LENGTH, readChange } from './read-change.js';
import { MAX_YEARS_AHEAD, scheduleSetting } from './schedule-setting.js';
import { readKnown, staleSetting } from './store-setting.js';

export const updateSettingInput = z.object({
  key: z.string(),
  /** Only for a part of the protection policy: for the leads of this type alone. */
  businessType: optionalLine(60),
  /** As JSON. */
  value: z
    .string()
    .trim()
    .refine((text) => !isLongerThan(text, MAX_VALUE_LENGTH), {
      error: `is too long, allowed are up to ${MAX_VALUE_LENGTH} characters`,
    }),
  /** 0: it was never set. All parts of the protection policy have one together. */
  expectedVersion: z.int().min(0, 'allowed is a version, or 0 for what was never set'),
  reason: optionalText(1_000),
  /** When the change is to be made; at once if left out. */
  validFrom: z.date().nullish(),
  dryRun: z.boolean().nullish(),
});

export type UpdateSettingInput = z.input<typeof updateSettingInput>;

export interface UpdatedSetting {
  readonly key: string;
  /** False if that was its value already, for a change that is scheduled, and for a dry run. */
  readonly changed: boolean;
  /** The id of the change that waits for its instant. */
  readonly scheduledId: string | null;
  /** Of a dry run of a part of the protection policy. */
  readonly preview: PolicyPreview | null;
}

/**
 * Sets a value for all, or a part of the protection policy, which makes a new version of the whole. The jobs and a tick bring
 * every lead under it. To take a change back, set what its audit entry says was before.
 * @param signal ends the preview of a dry run early
 * @throws ValidationError if the value is not allowed, or the policy could not be used with it
 * @throws ConflictError if it has another version than expected
 */
export async function updateSetting(
  ctx: VerbContext,
  input: UpdateSettingInput,
  signal: AbortSignal,
): Promise<UpdatedSetting> {
  requireMay(ctx, 'updateSetting');
  const parsed = parseInput(ctx, updateSettingInput, input, {
    rules: (given) => [
      ...changeProblems(given),
      ...reasonProblems(given),
      ...scheduleProblems(given, ctx.now),
    ],
  });
  const { key, expectedVersion, reason, validFrom, dryRun } = parsed;
  const read = readChange(parsed);
  if ('problems' in read) throw new Error(`${key} is not what the rules judged.`);
  const { change } = read;
  if (dryRun) {
    const known = await inTransaction(ctx, ({ tx }) => readKnown(tx, change, expectedVersion));
    const preview = known.proposed && (await previewPolicy(ctx, known.proposed, signal));
    return { key, changed: false, scheduledId: null, preview };
  }
  if (validFrom) {
    const scheduledId = await inTransaction(ctx, async (ctx) => {
      await readKnown(ctx.tx, change, expectedVersion);
      return scheduleSetting(ctx, change, { validFrom, reason: reason ?? '' });
    });
    return { key, changed: false, scheduledId, preview: null };
  }
  const changed = await inTransaction(ctx, (ctx) =>
    applyChange(ctx, change, { expectedVersion, reason }),
  ).catch((error: unknown) => {
    // It was set by SQL in the same moment, which takes no lock.
    const constraint = violatedConstraint(error);
    if (constraint !== 'policy_version_pkey' && constraint !== 'setting_pkey') throw error;
    throw staleSetting(key, expectedVersion);
  });
  return { key, changed, scheduledId: null, preview: null };
}

type Given = Partial<z.output<typeof updateSettingInput>>;

function changeProblems({ key, businessType, value }: Given) {
  if (key === undefined) return [];
  const read = readChange({ key, businessType, ...(value === undefined ? {} : { value }) });
  return 'problems' in read ? read.problems : [];
}

function scheduleProblems({ validFrom }: Given, now: Date) {
  if (!validFrom) return [];
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + MAX_YEARS_AHEAD);
  if (validFrom > now && validFrom <= latest) return [];
  const message = `${validFrom.toISOString()} given, allowed is an instant after now and within ${MAX_YEARS_AHEAD} years`;
  return [{ path: 'validFrom', message }];
}

function reasonProblems({ reason, dryRun }: Given) {
  if (dryRun || reason === undefined || isReason(reason)) return [];
  const given = reason === null ? 'nothing given' : 'is no reason';
  const message = `${given}, allowed is why it is changed, in at least three letters`;
  return [{ path: 'reason', message }];
}
