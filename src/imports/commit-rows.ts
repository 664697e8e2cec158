import type { TxContext } from '../context.js';
import { newId } from '../db/ids.js';
import { matchKeysOf } from '../leads/find-protected.js';
import { registerLeads } from '../leads/register-leads.js';
import type { KeyRing } from '../privacy/key-ring.js';
import { recognise } from '../privacy/recognise.js';
import { importKeysOf, type Verdict } from './judge-rows.js';
import type { RowRemark } from './row-problem.js';

export interface RowCounts {
  created: number;
  duplicate: number;
  rejected: number;
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
  keyRing: KeyRing,
): Promise<RowCounts> {
  const accepted = verdicts.filter((verdict): verdict is Accepted => verdict.kind === 'ACCEPTED');
  const known = await findKnown(ctx, accepted, keyRing);
  const fresh = accepted.filter(({ line }) => !known.has(line));
  const registered = await registerLeads(
    ctx,
    fresh.map(({ lead }) => lead),
  );
  const answers = new Map(fresh.map(({ line }, nth) => [line, registered[nth]]));

  const reports = verdicts.map((verdict): ReportedRow => {
    const { line } = verdict;
    if (verdict.kind === 'REJECTED') {
      return { line, outcome: 'REJECTED', problems: verdict.problems };
    }
    if (verdict.kind === 'REPEATED') {
      return { line, outcome: 'DUPLICATE', duplicateOfLine: verdict.ofLine };
    }
    const answer = answers.get(line);
    if (answer?.outcome === 'CREATED') {
      return { line, outcome: 'CREATED', leadId: answer.leadId, problems: verdict.warnings };
    }
    const before = known.get(line);
    const ofLeadId = answer?.ofLeadId ?? before?.id;
    if (ofLeadId === undefined) throw new Error(`Nothing became of line ${line}.`);
    const problems = before?.buried ? [RECOGNISED] : [];
    return { line, outcome: 'DUPLICATE', duplicateOfLeadId: ofLeadId, problems };
  });
  await report(ctx, importId, reports);
  const count = (wanted: ReportedRow['outcome']) =>
    reports.filter(({ outcome }) => outcome === wanted).length;
  return {
    created: count('CREATED'),
    duplicate: count('DUPLICATE'),
    rejected: count('REJECTED'),
  };
}

interface KnownLead {
  readonly id: string;
  /** Whether only a tombstone told. */
  readonly buried: boolean;
}

/**
 * The leads that rows repeat by import key, in whatever state, or by an e-mail address or phone
 * number of a contact, also where only its tombstone is left. What else is protected, the
 * registration itself finds.
 */
async function findKnown(
  { tx, now }: TxContext,
  rows: readonly Accepted[],
  keyRing: KeyRing,
): Promise<Map<number, KnownLead>> {
  if (rows.length === 0) return new Map();
  const candidates = rows.map(({ line, lead }) => ({ line, keys: importKeysOf(lead) }));
  const imported = await tx.$queryRaw<{ line: number; id: string }[]>`
    WITH candidate AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) AS candidate (
        line int, keys text[])
    )
    SELECT line, lead.id
    FROM candidate CROSS JOIN unnest(keys) AS key (value) JOIN lead ON import_key = key.value`;
  const former = await recognise(
    tx,
    keyRing,
    rows.map(({ lead }) => matchKeysOf(lead)),
    now,
  );
  const known = new Map<number, KnownLead>();
  rows.forEach(({ line }, nth) => {
    const lead = former[nth];
    if (lead) known.set(line, lead);
  });
  for (const { line, id } of imported) known.set(line, { id, buried: false });
  return known;
}

/** Tells why a row is a duplicate although no lead shows its address any more. */
const RECOGNISED = {
  code: 'RECOGNISED',
  field: null,
  column: null,
  value: '',
  message: 'the contact was known at an earlier lead, whose personal data has been pseudonymised',
  params: {},
} satisfies RowRemark<string>;

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
