import { AS_SYSTEM } from '../../domain/actor.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { Finding, Patient } from './diagnose.js';

/** Mails leave within seconds where a server runs. */
const LATE_MS = 3_600_000;

interface Undelivered {
  id: string;
  issuedAt: Date;
}

/** Whether the progress warnings that were issued have been delivered. */
export async function checkWarnings({ db, now }: Pick<Patient, 'db' | 'now'>): Promise<Finding> {
  const before = new Date(now.getTime() - LATE_MS).toISOString();
  const { late, hours } = await db.transaction(
    async (tx) => ({
      hours: await readSetting(tx, 'warningDeliveryHours'),
      late: await tx.$queryRaw<Undelivered[]>`
        SELECT id, warning_issued_at AS "issuedAt" FROM lead
        WHERE status = 'ACTIVE' AND warning_issued_at <= ${before}::timestamptz
          AND warned_at IS NULL
          AND (expires_at IS NULL OR expires_at > ${now.toISOString()}::timestamptz)
        ORDER BY warning_issued_at, id`,
    }),
    AS_SYSTEM,
  );
  if (late.length === 0) return { state: 'OK', detail: 'no warning waits to be delivered' };
  const some = late
    .slice(0, 5)
    .map(({ id, issuedAt }) => `${id} since ${issuedAt.toISOString()}`)
    .join('; ');
  const overdue = late.filter(
    ({ issuedAt }) => issuedAt.getTime() <= now.getTime() - hours * 3_600_000,
  );
  const detail = `${late.length} warnings have not been delivered, ${overdue.length} of them for more than ${hours} hours: ${some}`;
  return { state: overdue.length > 0 ? 'PROBLEM' : 'WARNING', detail };
}
