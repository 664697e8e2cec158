import type { Tx } from '../db/open.js';
import { PSEUDONYMIZED } from './placeholder.js';

/** How many rows there were. */
export interface BlankedRecords {
  activities: number;
  holds: number;
  reminders: number;
  samples: number;
  extensionRequests: number;
  auditEntries: number;
}

/** Blanks what people wrote about the leads. Kinds, dates and authors stay: they are statistics. */
export async function blankRecords(tx: Tx, leadIds: readonly string[]): Promise<BlankedRecords> {
  const ids = [...leadIds];
  const activities = await tx.$executeRaw`
    UPDATE activity SET note = NULL, void_reason = NULL WHERE lead_id = ANY(${ids}::uuid[])`;
  const holds = await tx.$executeRaw`
    UPDATE hold
    SET text = CASE WHEN reason = 'OTHER' THEN ${PSEUDONYMIZED} END, void_reason = NULL
    WHERE lead_id = ANY(${ids}::uuid[])`;
  const reminders = await tx.$executeRaw`
    UPDATE reminder SET note = NULL WHERE lead_id = ANY(${ids}::uuid[])`;
  const samples = await tx.$executeRaw`
    UPDATE sample
    SET feedback_name = NULL, tracking_code = NULL,
      feedback_token_hash = NULL, feedback_token_expires_at = NULL
    WHERE lead_id = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE sample_item SET comment = NULL
    FROM sample WHERE sample.id = sample_item.sample_id AND sample.lead_id = ANY(${ids}::uuid[])`;
  const extensionRequests = await tx.$executeRaw`
    UPDATE extension_request SET reason = ${PSEUDONYMIZED}, note = NULL
    WHERE lead_id = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE ownership SET backdate_reason = NULL WHERE lead_id = ANY(${ids}::uuid[])`;
  const auditEntries = await tx.$executeRaw`
    UPDATE audit_entry SET before = NULL, after = NULL WHERE lead_id = ANY(${ids}::uuid[])`;
  await blankImportRows(tx, ids);
  await forgetRequests(tx, ids);
  return { activities, holds, reminders, samples, extensionRequests, auditEntries };
}

/** Of a problem in an imported file the code and the column stay, not what the cell said. */
async function blankImportRows(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_row
    SET problems = (
      SELECT jsonb_agg(jsonb_build_object(
        'code', problem -> 'code', 'field', problem -> 'field', 'column', problem -> 'column',
        'value', '', 'message', ${PSEUDONYMIZED}::text, 'params', '{}'::jsonb))
      FROM jsonb_array_elements(problems) AS problem)
    WHERE problems <> '[]'
      AND (lead_id = ANY(${ids}::uuid[]) OR duplicate_of_lead_id = ANY(${ids}::uuid[]))`;
}

/** The hash of a request is a hash of the personal data in it, and made without a key. */
async function forgetRequests(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM idempotency_key
    WHERE result_id IN (
      SELECT unnest(${ids}::uuid[])
      UNION ALL SELECT id FROM contact WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM activity WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM hold WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM reminder WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM sample WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM extension_request WHERE lead_id = ANY(${ids}::uuid[]))`;
}
