import type { Checkpoint } from '../../platform/audit/checkpoint.js';
import type { Database } from '../../platform/db/open.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { checkAuditTrail } from './check-audit-trail.js';
import { checkCatalogue } from './check-catalogue.js';
import { checkClock } from './check-clock.js';
import { checkCollation } from './check-collation.js';
import { checkEventLog } from './check-event-log.js';
import { checkKeyRing } from './check-key-ring.js';
import { checkLeadCounts } from './check-lead-counts.js';
import { checkMigrations } from './check-migrations.js';
import { checkProjection } from './check-projection.js';
import { checkReceipts } from './check-receipts.js';
import { checkText } from './check-text.js';
import { checkWarnings } from './check-warnings.js';
import { checkWebhooks } from './check-webhooks.js';

export interface Patient {
  readonly db: Database;
  /** Null if there is none. */
  readonly keyRing: KeyRing | null;
  readonly now: Date;
  /** Of the audit trail, as they were mailed. */
  readonly checkpoints?: readonly Checkpoint[];
}

/** The result of a check. WARNING: nothing is broken, but an operator should know. */
export interface Finding {
  readonly state: 'OK' | 'WARNING' | 'PROBLEM';
  /** The checked objects with counts, and their faults. */
  readonly detail: string;
}

const CHECKS: readonly [name: string, check: (patient: Patient) => Promise<Finding>][] = [
  ['migrations', checkMigrations],
  ['catalogue', checkCatalogue],
  ['clock', checkClock],
  ['text', checkText],
  ['collation', checkCollation],
  ['event log', checkEventLog],
  ['audit trail', checkAuditTrail],
  ['receipts', checkReceipts],
  ['projection', checkProjection],
  ['lead counts', checkLeadCounts],
  ['key ring', checkKeyRing],
  ['warnings', checkWarnings],
  ['webhooks', checkWebhooks],
];

/** Looks whether the database is sound; repairs nothing. */
export async function diagnose(patient: Patient): Promise<(Finding & { check: string })[]> {
  const findings: (Finding & { check: string })[] = [];
  for (const [name, check] of CHECKS) findings.push({ check: name, ...(await check(patient)) });
  return findings;
}
