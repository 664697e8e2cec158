import { isDeepStrictEqual } from 'node:util';
import { CLOCK_RULES } from '../../domain/clock.js';
import { DEFAULT_POLICY } from '../../domain/policy.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { lockPolicy } from './store-setting.js';
import { tellChange } from './tell-change.js';

type Parts = Readonly<Record<string, unknown>>;

const REASON = 'The default changed with this version of Leadwarden.';

/**
 * Compares the defaults of the policy and the rules of the clock with those of the program that started here before. If
 * they give other dates, the policy gets a new version, so that every lead is projected anew as after any change of it;
 * a part that was set keeps its value. Returns the new version, or null.
 */
export async function followDefaults(ctx: VerbContext): Promise<number | null> {
  return inTransaction(ctx, async (ctx) => {
    await lockPolicy(ctx);
    const defaults = asStored(DEFAULT_POLICY);
    const noted = await ctx.tx.policyDefault.findFirst();
    const same = noted?.clockRules === CLOCK_RULES && isDeepStrictEqual(noted.policy, defaults);
    if (same) return null;
    const note = { policy: defaults, clockRules: CLOCK_RULES, notedAt: ctx.now };
    await ctx.tx.policyDefault.upsert({
      where: { id: 1 },
      create: { id: 1, ...note },
      update: note,
    });
    if (!noted) return null;
    const stored = await ctx.tx.policyVersion.findFirst({ orderBy: { version: 'desc' } });
    const set = (stored?.policy ?? {}) as Prisma.JsonObject;
    const before = { ...(noted.policy as Prisma.JsonObject), ...set };
    const after = { ...defaults, ...set };
    const changed = differing(before, after);
    if (changed.length === 0 && noted.clockRules === CLOCK_RULES) return null;
    const version = stored?.version ?? DEFAULT_POLICY.version;
    await keep(ctx, version, before, stored?.validFrom ?? noted.notedAt);
    const next = { version: version + 1, policy: set, validFrom: ctx.now };
    await ctx.tx.policyVersion.create({ data: next });
    for (const part of changed) {
      await tellChange(ctx, {
        key: `protection.${part}`,
        businessType: null,
        before: { value: before[part] ?? null, version },
        after: { value: after[part] ?? null, version: next.version },
        reason: REASON,
      });
    }
    return next.version;
  });
}

/** Until a lead is projected anew, its dates are explained by the policy that gave them, with the defaults of then. */
async function keep(
  { tx }: TxContext,
  version: number,
  policy: Prisma.JsonObject,
  validFrom: Date,
): Promise<void> {
  await tx.policyVersion.upsert({
    where: { version },
    create: { version, policy, validFrom },
    update: { policy },
  });
}

function differing(before: Parts, after: Parts): string[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...parts].filter((part) => !isDeepStrictEqual(before[part], after[part]));
}

/** Without the version, and as it comes back from the database. */
function asStored({ version: _, ...policy }: typeof DEFAULT_POLICY): Prisma.JsonObject {
  return JSON.parse(JSON.stringify(policy));
}
