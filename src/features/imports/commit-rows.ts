import { project } from '../../domain/clock.js';
import type { ConflictVerdict } from '../../domain/judge-conflict.js';
import { type ProtectionPolicy, policyFor } from '../../domain/policy.js';
import { newId } from '../../platform/db/ids.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { REFUSALS } from '../conflicts/gate.js';
import { matchKeysOf } from '../conflicts/match-keys.js';
import { recordChecks } from '../conflicts/record-checks.js';
import { type Met, recordRefusals } from '../conflicts/record-conflicts.js';
import { lookAtOwners } from '../leads/find-owner.js';
import { firstFacts } from '../registration/insert-leads.js';
import {
  type LeadOfBatch,
  type RegisteredLead,
  registerLeads,
} from '../registration/register-leads.js';
import { type Added, addPeople, type Twin } from './add-people.js';
import { COLUMN_NAMES } from './column-names.js';
import type { Verdict } from './judge-rows.js';
import type { RowRemark, RowWarning } from './row-problem.js';

export interface RowCounts {
  created: number;
  duplicate: number;
  rejected: number;
}

export interface CommitOptions {
  readonly keyRing: KeyRing;
  /** Whether the transaction will be rolled back. */
  readonly rehearsing?: boolean;
}

interface ReportedRow {
  line: number;
  outcome: 'CREATED' | 'DUPLICATE' | 'REJECTED';
  leadId?: string;
  duplicateOfLeadId?: string;
  duplicateOfLine?: number;
  problems?: readonly RowRemark<string>[];
}

type Accepted = Extract<Verdict, { kind: 'ACCEPTED' }>;

/** Writes what becomes of judged rows: the leads, and the report of each row. */
export async function commitRows(
  ctx: TxContext,
  importId: string,
  verdicts: readonly Verdict[],
  { keyRing, rehearsing = false }: CommitOptions,
): Promise<RowCounts & { asked: readonly CheckedKeys[] }> {
  const accepted = verdicts.filter((verdict): verdict is Accepted => verdict.kind === 'ACCEPTED');
  const { owned, ownerless } = await withOwners(ctx, accepted);
  const registered = await registerLeads(
    ctx,
    owned.map(({ lead }) => lead),
    keyRing,
    { rehearsing },
  );
  const answers = new Map(owned.map(({ line }, nth) => [line, registered[nth]]));
  // A rehearsal only asks, and is recorded in a transaction that lasts.
  const asked = rehearsing ? askedBy(owned, registered) : [];
  if (!rehearsing) {
    const foreign = await findForeign(ctx, owned, registered);
    await recordChecks(ctx, 'importLeads', foreign, keyRing);
    const refused = foreign.flatMap(({ met }) => (met ? [{ met, newLeadId: null }] : []));
    await recordRefusals(ctx, 'importLeads', refused);
  }
  const lines = await linesOf(ctx, importId, answers);
  const twins = owned.flatMap(({ line, lead: { contacts } }): Twin[] => {
    const answer = answers.get(line);
    if (answer?.outcome !== 'DUPLICATE' || !lines.has(answer.of.id)) return [];
    return [{ line, leadId: answer.of.id, contacts }];
  });
  const added = await addPeople(ctx, twins, keyRing);
  const policy = await loadPolicy(ctx.tx);
  const reports = verdicts.map((verdict): ReportedRow => {
    const { line } = verdict;
    if (verdict.kind === 'REJECTED') {
      return { line, outcome: 'REJECTED', problems: verdict.problems };
    }
    const problem = ownerless.get(line);
    if (problem !== undefined) {
      return { line, outcome: 'REJECTED', problems: [remark('OWNER_UNFIT', problem)] };
    }
    const answer = answers.get(line);
    if (answer === undefined) throw new Error(`Nothing became of line ${line}.`);
    const warnings = [
      ...verdict.warnings,
      ...expiryWarnings(ctx, verdict, answer, policy),
      ...peopleRemarks(added.get(line)),
    ];
    return reportOf(line, answer, warnings, lines);
  });
  await report(ctx, importId, reports);
  const count = (wanted: ReportedRow['outcome']) =>
    reports.filter(({ outcome }) => outcome === wanted).length;
  return {
    created: count('CREATED'),
    duplicate: count('DUPLICATE'),
    rejected: count('REJECTED'),
    asked,
  };
}

/** In a file the reason why it is another company has a column of its own. */
const POSSIBLY_SAME = `the company is possibly the same as one under protection; say in a column “${COLUMN_NAMES.overrideReason.en[0]}” or “${COLUMN_NAMES.overrideReason.de[0]}” why it is another one`;

function reportOf(
  line: number,
  answer: RegisteredLead,
  warnings: readonly RowRemark<string>[],
  lines: ReadonlyMap<string, number>,
): ReportedRow {
  switch (answer.outcome) {
    case 'CREATED':
      return { line, outcome: 'CREATED', leadId: answer.leadId, problems: warnings };
    case 'REFUSED': {
      const { ofLeadId } = answer;
      const ofLine = ofLeadId === null ? undefined : lines.get(ofLeadId);
      return {
        line,
        outcome: 'REJECTED',
        // Which one it may be, also of the same file; an actor who may not see the lead is told no more.
        ...(ofLine === undefined ? {} : { duplicateOfLine: ofLine }),
        ...(ofLine === undefined && ofLeadId !== null ? { duplicateOfLeadId: ofLeadId } : {}),
        problems: [
          remark(answer.code, answer.code === 'POSSIBLY_SAME' ? POSSIBLY_SAME : answer.message),
          ...warnings,
        ],
      };
    }
    case 'DUPLICATE': {
      const { verdict, of } = answer;
      const ofLine = lines.get(of.id);
      const problems = [remark(verdict, REFUSALS[verdict]), ...warnings];
      if (ofLine !== undefined) {
        return { line, outcome: 'DUPLICATE', duplicateOfLine: ofLine, problems: warnings };
      }
      // No importer is told where an erased person was known.
      if (of.buried) return { line, outcome: 'DUPLICATE', problems };
      return { line, outcome: 'DUPLICATE', duplicateOfLeadId: of.id, problems };
    }
  }
}

/** The rows with the owners as they are now, and why the others have none. */
async function withOwners(
  ctx: TxContext,
  rows: readonly Accepted[],
): Promise<{
  owned: { line: number; lead: LeadOfBatch }[];
  ownerless: Map<number, string>;
}> {
  const ids = [...new Set(rows.map(({ lead }) => lead.ownerId))];
  const found = await lookAtOwners(ctx, ids);
  const owners = new Map(ids.map((id, nth) => [id, found[nth]]));
  const owned: { line: number; lead: LeadOfBatch }[] = [];
  const ownerless = new Map<number, string>();
  for (const { line, lead } of rows) {
    const owner = owners.get(lead.ownerId);
    if (owner === undefined) throw new Error(`The owner of line ${line} was not looked at.`);
    if ('problem' in owner) ownerless.set(line, owner.problem);
    else {
      const territory = owner.territory ?? ctx.actor.territory;
      owned.push({ line, lead: { ...lead, territory } });
    }
  }
  return { owned, ownerless };
}

type CheckedKeys = Parameters<typeof recordChecks>[2][number];

function askedBy(
  rows: readonly { readonly lead: LeadOfBatch }[],
  answers: readonly RegisteredLead[],
): CheckedKeys[] {
  return rows.map(({ lead }, nth) => ({
    keys: matchKeysOf(lead),
    verdict: conflictOf(answers[nth])?.verdict ?? 'FREE',
  }));
}

/** Rows that met a lead which is not the owner's own tell as much as a check does. */
async function findForeign(
  ctx: TxContext,
  rows: readonly { readonly lead: LeadOfBatch }[],
  answers: readonly RegisteredLead[],
): Promise<CheckedKeys[]> {
  const met = rows.flatMap(({ lead }, nth) => {
    const conflict = conflictOf(answers[nth]);
    return conflict ? [{ lead, ...conflict }] : [];
  });
  if (met.length === 0) return [];
  const own = await ctx.tx.lead.findMany({
    where: {
      id: { in: met.flatMap(({ ofLeadId }) => ofLeadId ?? []) },
      ownerId: { in: [...new Set(met.map(({ lead }) => lead.ownerId))] },
    },
    select: { id: true, ownerId: true },
  });
  const foreign = met.filter(
    ({ lead, ofLeadId }) =>
      !own.some(({ id, ownerId }) => id === ofLeadId && ownerId === lead.ownerId),
  );
  return foreign.map(({ lead, verdict, met }) => ({ keys: matchKeysOf(lead), verdict, met }));
}

/** A lead that was registered so long ago that its protection is over already. */
function expiryWarnings(
  ctx: TxContext,
  { lead, dateColumn }: Accepted,
  answer: RegisteredLead,
  policy: ProtectionPolicy,
): RowWarning[] {
  if (answer.outcome !== 'CREATED') return [];
  const facts = firstFacts(lead.registeredAt.getTime());
  const { expiresAt } = project(facts, policyFor(policy, lead.businessType), ctx.now.getTime());
  if (expiresAt === null || expiresAt > ctx.now.getTime()) return [];
  const ended = new Date(expiresAt).toISOString();
  return [
    {
      code: 'BORN_EXPIRED',
      field: 'registeredAt',
      column: dateColumn,
      value: lead.registeredAt.toISOString(),
      message: `was registered so long ago that its protection ended at ${ended}; it is free for all, and no mail tells of it`,
      params: { registeredAt: lead.registeredAt.toISOString(), endedAt: ended },
    },
  ];
}

/** The outcome of further people of a company that the file names twice. */
function peopleRemarks(added: Added | undefined): RowRemark<string>[] {
  if (added === undefined) return [];
  if ('people' in added) {
    const message = `repeats the company of an earlier line; ${added.people} of its contacts were added to that lead`;
    return [{ ...remark('CONTACT_ADDED', message), params: { contacts: String(added.people) } }];
  }
  return [remark('CONTACT_NOT_ADDED', `its contacts were not added: ${added.problem}`)];
}

function conflictOf(
  answer: RegisteredLead | undefined,
): { verdict: ConflictVerdict; ofLeadId: string | null; met: Met | null } | null {
  if (answer?.outcome === 'DUPLICATE') {
    return { verdict: answer.verdict, ofLeadId: answer.of.id, met: answer.met };
  }
  if (answer?.outcome !== 'REFUSED' || answer.code !== 'POSSIBLY_SAME') return null;
  return { verdict: answer.code, ofLeadId: answer.ofLeadId, met: null };
}

/** On which lines of this import the leads stand that rows repeat. */
async function linesOf(
  { tx }: TxContext,
  importId: string,
  answers: ReadonlyMap<number, RegisteredLead | undefined>,
): Promise<Map<string, number>> {
  const repeated = [...answers.values()].flatMap((answer) => conflictOf(answer)?.ofLeadId ?? []);
  const before = await tx.importRow.findMany({
    where: { importId, leadId: { in: repeated } },
    select: { leadId: true, line: true },
  });
  const lines = new Map(before.flatMap(({ leadId, line }) => (leadId ? [[leadId, line]] : [])));
  for (const [line, answer] of answers) {
    if (answer?.outcome === 'CREATED') lines.set(answer.leadId, line);
  }
  return lines;
}

function remark(code: string, message: string): RowRemark<string> {
  return { code, field: null, column: null, value: '', message, params: {} };
}

async function report(
  { tx }: TxContext,
  importId: string,
  reports: readonly ReportedRow[],
): Promise<void> {
  const rows = reports.map((row) => ({
    id: newId(),
    line: row.line,
    outcome: row.outcome,
    lead_id: row.leadId ?? null,
    duplicate_of_lead_id: row.duplicateOfLeadId ?? null,
    duplicate_of_line: row.duplicateOfLine ?? null,
    problems: row.problems ?? [],
  }));
  await tx.$executeRaw`
    INSERT INTO import_row (id, import_id, line, outcome, lead_id, duplicate_of_lead_id,
      duplicate_of_line, problems)
    SELECT id, ${importId}::uuid, line, outcome, lead_id, duplicate_of_lead_id, duplicate_of_line,
      problems
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
      id uuid, line int, outcome text, lead_id uuid, duplicate_of_lead_id uuid,
      duplicate_of_line int, problems jsonb)`;
}
