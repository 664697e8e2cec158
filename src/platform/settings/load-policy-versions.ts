import { DEFAULT_POLICY, type ProtectionPolicy } from '../../domain/policy.js';
import type { Tx } from '../db/open.js';
import { policyOf } from './load-policy.js';

/**
 * The protection policies of these versions; one that never was in force is missing.
 * @throws ValidationError if the stored value is invalid
 */
export async function loadPolicyVersions(
  tx: Tx,
  versions: readonly number[],
): Promise<Map<number, ProtectionPolicy>> {
  const stored = await tx.policyVersion.findMany({ where: { version: { in: [...versions] } } });
  return new Map([
    [DEFAULT_POLICY.version, DEFAULT_POLICY],
    ...stored.map((row) => [row.version, policyOf(row)] as const),
  ]);
}

/** Version of the protection policy in force; `loadPolicy` reads the policy itself. */
export async function policyVersionInForce(tx: Tx): Promise<number> {
  const { _max } = await tx.policyVersion.aggregate({ _max: { version: true } });
  return _max.version ?? DEFAULT_POLICY.version;
}
