import type { TxContext } from '../context.js';
import { newId } from '../db/ids.js';
import type { NewLead } from '../leads/new-lead.js';
import { registerLeads } from '../leads/register-leads.js';
import type { KeyRing } from '../privacy/key-ring.js';
import { matchTombstones } from '../privacy/tombstone.js';
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
    const ofLeadId = answer?.ofLeadId ?? known.get(line);
    if (ofLeadId === undefined) throw new Error(`Nothing became of line ${line}.`);
    return { line, outcome: 'DUPLICATE', duplicateOfLeadId: ofLeadId };
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

/**
 * The leads, in whatever state, that rows repeat by import key or by the e-mail of a contact, also
 * where only its tombstone is left. What else is protected, the registration itself finds.
 */
async function findKnown(
  { tx }: TxContext,
  rows: readonly Accepted[],
  keyRing: KeyRing,
): Promise<Map<number, string>> {
  if (rows.length === 0) return new Map();
  const candidates = rows.map(({ line, lead }) => {
    const emails = emailsOf(lead);
    const tombstones = emails.flatMap((email) => matchTombstones(keyRing, email));
    return { line, keys: importKeysOf(lead), emails, tombstones };
  });
  const found = await tx.$queryRaw<{ line: number; leadId: string }[]>`
    WITH candidate AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) AS candidate (
        line int, keys text[], emails text[], tombstones text[])
    )
    SELECT line, lead.id AS "leadId"
    FROM candidate CROSS JOIN unnest(keys) AS key (value) JOIN lead ON import_key = key.value
    UNION ALL
    SELECT line, contact.lead_id
    FROM candidate CROSS JOIN unnest(emails) AS email (value)
    JOIN contact ON email_key = email.value
    UNION ALL
    SELECT line, contact.lead_id
    FROM candidate CROSS JOIN unnest(tombstones) AS tombstone (value)
    JOIN contact ON email_tombstone = tombstone.value`;
  // Of several the one that was registered first: ids grow with time.
  found.sort((a, b) => (a.leadId < b.leadId ? 1 : -1));
  return new Map(found.map(({ line, leadId }) => [line, leadId]));
}

/** Addresses as the importer parsed them, which is their normal form. */
function emailsOf({ contacts }: NewLead): string[] {
  return contacts.flatMap(({ email }) => email ?? []);
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
