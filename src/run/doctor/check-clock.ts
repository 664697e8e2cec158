import { AS_SYSTEM } from '../../domain/actor.js';
import type { Finding, Patient } from './diagnose.js';

/** Leases and deadlines are judged by both clocks. */
const TOLERATED_MS = 60_000;

/** Whether sessions run in UTC, and whether the database's clock agrees with that of this machine. */
export async function checkClock({ db, now }: Pick<Patient, 'db' | 'now'>): Promise<Finding> {
  const [row] = await db.transaction(
    (tx) => tx.$queryRaw<{ zone: string; ms: number }[]>`
      SELECT current_setting('TimeZone') AS zone,
        (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`,
    AS_SYSTEM,
  );
  if (row?.zone !== 'UTC') {
    return { state: 'PROBLEM', detail: `sessions run in ${row?.zone}, allowed is UTC` };
  }
  const seconds = Math.round((row.ms - now.getTime()) / 1_000);
  const detail = `sessions run in UTC, the database's clock is ${seconds} s from ours`;
  return { state: Math.abs(seconds * 1_000) > TOLERATED_MS ? 'WARNING' : 'OK', detail };
}
