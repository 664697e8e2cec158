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

interface ActiveLead {
  readonly id: string;
  readonly ownerId: string;
  readonly businessType: string | null;
}

/**
 * The effect of these changes of the policy on every lead under protection; writes nothing.
 * @param signal ends it early: then the answer is about the leads examined until then
 * @throws ValidationError if a value is not allowed, or the policy could not be used
 */
export async function previewChanges(
  ctx: VerbContext,
  changes: readonly GivenChange[],
  signal: AbortSignal,
): Promise<PolicyPreview> {
  return tallied(examineChanges(ctx, changes, signal));
}

/**
 * Every lead of which some date changes, a batch at a time.
 * @throws ValidationError as `previewChanges`, and PreviewEndedError if it is ended before every lead was examined
 */
export async function* changedLeads(
  ctx: VerbContext,
  changes: readonly GivenChange[],
  signal: AbortSignal,
): AsyncGenerator<readonly ChangedLead[], void> {
  let complete = false;
  for await (const batch of examineChanges(ctx, changes, signal)) {
    complete = batch.last;
    yield batch.changed;
  }
  if (!complete) throw new PreviewEndedError();
}

/** A list of changed leads that is not whole. */
export class PreviewEndedError extends Error {
  constructor() {
    super('It was ended before every lead was examined.');
  }
}

async function* examineChanges(
  ctx: VerbContext,
  changes: readonly GivenChange[],
  signal: AbortSignal,
): AsyncGenerator<Batch, void> {
  requireMay(ctx, 'previewPolicy');
  const wanted: PolicyChange[] = [];
  const problems: FieldProblem[] = [];
  if (changes.length > MAX_CHANGES) {
    const message = `${changes.length} changes are given, allowed are up to ${MAX_CHANGES}`;
    problems.push({ path: 'changes', message });
  }
  for (const [nth, given] of changes.entries()) {
    const read = readChange(given);
    const found = 'problems' in read ? read.problems : partProblems(read.change);
    problems.push(...found.map((one) => ({ ...one, path: `changes.${nth}.${one.path}` })));
    if ('change' in read && read.change.kind === 'POLICY') wanted.push(read.change);
  }
  if (problems.length > 0) throw new ValidationError(problems);
  const inForce = await inTransaction(ctx, ({ tx }) => loadPolicy(tx));
  yield* examine(ctx, inForce, changedPolicy(inForce, wanted, 'changes'), signal);
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
  return tallied(examine(ctx, inForce, proposed, signal));
}

interface Batch {
  readonly examined: number;
  readonly changed: readonly ChangedLead[];
  /** Whether no lead is left. */
  readonly last: boolean;
}

async function tallied(batches: AsyncIterable<Batch>): Promise<PolicyPreview> {
  const tally = newTally();
  let complete = false;
  for await (const { examined, changed, last } of batches) {
    tally.examined += examined;
    for (const lead of changed) tally.count(lead);
    complete = last;
  }
  return tally.result(complete);
}

/** Batch by batch until the last lead, or until the signal. */
async function* examine(
  ctx: VerbContext,
  inForce: ProtectionPolicy,
  proposed: ProtectionPolicy,
  signal: AbortSignal,
): AsyncGenerator<Batch, void> {
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
    const last = leads.length < BATCH_SIZE;
    yield { examined: leads.length, changed, last };
    if (last) return;
    // Other work that waits for the connection, or for the processor, gets a turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
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
