import type { PolicyChange } from '../../domain/change-policy.js';
import { type FieldProblem, ValidationError } from '../../domain/errors.js';
import { type ProtectionPolicy, policyFor } from '../../domain/policy.js';
import { policyEffect } from '../../domain/policy-effect.js';
import type { Tx } from '../../platform/db/open.js';
import { requireMay } from '../../platform/identity/may.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { loadFacts } from '../protection/load-facts.js';
import { projectFacts } from '../protection/project-leads.js';
import { type ChangedLead, newTally, type PolicyPreview } from './policy-tally.js';
import { changedPolicy, type GivenChange, readChange, type SettingChange } from './read-change.js';

/** Leads of one transaction: the embedded database has a single connection, and others wait for it. */
const BATCH_SIZE = 200;
/** Changes of one preview. */
export const MAX_CHANGES = 20;

type OnChanged = (leads: readonly ChangedLead[]) => Promise<void> | void;

interface ActiveLead {
  readonly id: string;
  readonly ownerId: string;
  readonly businessType: string | null;
}

/**
 * The effect of these changes of the policy on every lead under protection; writes nothing.
 * @param signal ends it early: then the answer is about the leads examined until then
 * @param onChanged is given every lead of which some date changes, batch by batch
 * @throws ValidationError if a value is not allowed, or the policy could not be used
 */
export async function previewChanges(
  ctx: VerbContext,
  changes: readonly GivenChange[],
  signal: AbortSignal,
  onChanged?: OnChanged,
): Promise<PolicyPreview> {
  requireMay(ctx, 'previewPolicy');
  const wanted: PolicyChange[] = [];
  const problems: FieldProblem[] = [];
  for (const [nth, given] of changes.entries()) {
    const read = readChange(given);
    const found = 'problems' in read ? read.problems : partProblems(read.change);
    problems.push(...found.map((one) => ({ ...one, path: `changes.${nth}.${one.path}` })));
    if ('change' in read && read.change.kind === 'POLICY') wanted.push(read.change);
  }
  if (problems.length > 0) throw new ValidationError(problems);
  const inForce = await inTransaction(ctx, ({ tx }) => loadPolicy(tx));
  return examine(ctx, inForce, changedPolicy(inForce, wanted, 'changes'), signal, onChanged);
}

function partProblems({ kind, key }: SettingChange): FieldProblem[] {
  if (kind === 'POLICY') return [];
  const message = `${key} is no part of the protection policy, allowed is a key that begins with \`protection.\``;
  return [{ path: 'key', message }];
}

/** The effect of another policy on every lead under protection, compared with the one in force. */
export async function previewPolicy(
  ctx: VerbContext,
  proposed: ProtectionPolicy,
  signal: AbortSignal,
): Promise<PolicyPreview> {
  const inForce = await inTransaction(ctx, ({ tx }) => loadPolicy(tx));
  return examine(ctx, inForce, proposed, signal);
}

async function examine(
  ctx: VerbContext,
  inForce: ProtectionPolicy,
  proposed: ProtectionPolicy,
  signal: AbortSignal,
  onChanged: OnChanged = () => {},
): Promise<PolicyPreview> {
  const tally = newTally();
  const differs = differenceBetween(inForce, proposed);
  let after: string | null = null;
  while (!signal.aborted) {
    const [leads, changed]: [ActiveLead[], ChangedLead[]] = await inTransaction(
      ctx,
      async ({ tx }) => {
        const batch = await activeLeads(tx, after);
        const concerned = batch.filter(({ businessType }) => differs(businessType));
        return [batch, await changedOf(tx, concerned, { inForce, proposed, now: ctx.now })];
      },
    );
    after = leads.at(-1)?.id ?? null;
    tally.examined += leads.length;
    for (const lead of changed) tally.count(lead);
    await onChanged(changed);
    if (leads.length < BATCH_SIZE) return tally.result(true);
    // Other work that waits for the connection, or for the processor, gets a turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return tally.result(false);
}

/** Whether the two have different rules for a business type: most changes concern few of them, or all. */
function differenceBetween(inForce: ProtectionPolicy, proposed: ProtectionPolicy) {
  const known = new Map<string | null, boolean>();
  const rules = (policy: ProtectionPolicy, businessType: string | null) =>
    JSON.stringify({ ...policyFor(policy, businessType), version: 0, overrides: {} });
  return (businessType: string | null): boolean => {
    const differs =
      known.get(businessType) ?? rules(inForce, businessType) !== rules(proposed, businessType);
    known.set(businessType, differs);
    return differs;
  };
}

function activeLeads(tx: Tx, after: string | null): Promise<ActiveLead[]> {
  return tx.$queryRaw<ActiveLead[]>`
    SELECT id, owner_id AS "ownerId", business_type AS "businessType"
    FROM lead
    WHERE status = 'ACTIVE' AND id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    ORDER BY id
    LIMIT ${BATCH_SIZE}::int`;
}

async function changedOf(
  tx: Tx,
  leads: readonly ActiveLead[],
  { inForce, proposed, now }: { inForce: ProtectionPolicy; proposed: ProtectionPolicy; now: Date },
): Promise<ChangedLead[]> {
  const facts = await loadFacts(
    tx,
    leads.map(({ id }) => id),
  );
  return leads.flatMap(({ id, ownerId }) => {
    const known = facts.get(id);
    if (!known) return [];
    const before = projectFacts(known, inForce, now);
    const after = projectFacts(known, proposed, now);
    const effect = policyEffect(before, after, now.getTime());
    return effect ? [{ leadId: id, ownerId, before, after, ...effect }] : [];
  });
}
