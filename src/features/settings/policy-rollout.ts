import type { Tx } from '../../platform/db/open.js';
import { policyVersionInForce } from '../../platform/settings/load-policy-versions.js';

/** How far a changed policy has come. */
export interface PolicyRollout {
  /** Of the policy in force. */
  readonly version: number;
  /** Leads under protection. */
  readonly total: number;
  /** Of which have their dates by it. */
  readonly done: number;
}

/** From one index alone, which has no more than the version of each lead under protection. */
export async function readPolicyRollout(tx: Tx): Promise<PolicyRollout> {
  const version = await policyVersionInForce(tx);
  const [counts = { total: 0, done: 0 }] = await tx.$queryRaw<{ total: number; done: number }[]>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE policy_version = ${version}::int))::int AS done
    FROM lead
    WHERE status = 'ACTIVE'`;
  return { version, ...counts };
}
