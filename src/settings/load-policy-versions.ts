import type { Tx } from '../db/open.js';
import { DEFAULT_POLICY, type ProtectionPolicy } from '../domain/policy.js';
import { policyOf } from './load-policy.js';

/**
 * The protection policies of these versions; one that never was in force is missing.
 * @throws ValidationError if what is stored cannot be used
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
