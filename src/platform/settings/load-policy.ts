import { ValidationError } from '../../domain/errors.js';
import { DEFAULT_POLICY, type ProtectionPolicy } from '../../domain/policy.js';
import { policyProblems } from '../../domain/policy-problems.js';
import type { PolicyVersion } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';

/**
 * The protection policy in force: the latest version, or the default if none was ever stored.
 * @throws ValidationError if what is stored cannot be used
 */
export async function loadPolicy(tx: Tx): Promise<ProtectionPolicy> {
  const stored = await tx.policyVersion.findFirst({ orderBy: { version: 'desc' } });
  return stored ? policyOf(stored) : DEFAULT_POLICY;
}

/**
 * A stored version of the policy; fields that it leaves out have the default.
 * @throws ValidationError if it cannot be used
 */
export function policyOf(stored: PolicyVersion): ProtectionPolicy {
  const policy = uncheckedPolicyOf(stored);
  const problems = policyProblems(policy);
  if (problems.length > 0) throw new ValidationError(problems);
  return policy;
}

/** The same for a verb that corrects the policy: the stored one may be invalid. */
export function uncheckedPolicyOf({ policy, version }: PolicyVersion): ProtectionPolicy {
  return { ...DEFAULT_POLICY, ...(policy as Partial<ProtectionPolicy>), version };
}
