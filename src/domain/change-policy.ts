import type { PolicyChanges, PolicyOverride, ProtectionPolicy } from './policy.js';

/** One part of the policy that is to be different. */
export interface PolicyChange {
  readonly part: keyof PolicyChanges;
  /** For the leads of this type alone, in `overrides`; null for all. */
  readonly businessType: string | null;
  /** Of the type that the part has; for a business type null takes its difference away. */
  readonly value: unknown;
}

/** The policy with one part changed. Whether it can be used `policyProblems` tells. */
export function changePolicy(policy: ProtectionPolicy, change: PolicyChange): ProtectionPolicy {
  const { part, businessType, value } = change;
  if (businessType === null) return { ...policy, [part]: value };
  const others = Object.entries(policy.overrides).filter(([name]) => name !== businessType);
  const own = Object.hasOwn(policy.overrides, businessType) ? policy.overrides[businessType] : {};
  const parts = Object.entries({ ...own, [part]: value }).filter(([, given]) => given !== null);
  const override = parts.length === 0 ? [] : [[businessType, Object.fromEntries(parts)] as const];
  return { ...policy, overrides: Object.fromEntries([...others, ...override]) };
}

/** The present value of a part; for a business type only its own value, else null. */
export function partOf(
  { overrides, ...parts }: ProtectionPolicy,
  { part, businessType }: Pick<PolicyChange, 'part' | 'businessType'>,
): unknown {
  if (businessType === null) return { overrides, ...parts }[part];
  if (!Object.hasOwn(overrides, businessType)) return null;
  return overrides[businessType]?.[part as keyof PolicyOverride] ?? null;
}
