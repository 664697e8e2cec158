import { AS_SYSTEM } from '../../domain/actor.js';
import type { Finding, Patient } from './diagnose.js';

interface LogCounts {
  numbered: number;
  pending: number;
  first: number | null;
  last: number | null;
}

/** Whether the positions of the event log are contiguous and end where its counter says. */
export async function checkEventLog({ db }: Pick<Patient, 'db'>): Promise<Finding> {
  return db.transaction(
    async (tx): Promise<Finding> => {
      const log = await tx.eventLog.findUnique({ where: { id: 1 } });
      if (!log)
        return { state: 'PROBLEM', detail: 'the row that says where the log stands is missing' };
      const [counts] = await tx.$queryRaw<LogCounts[]>`
        SELECT count(position)::float8 AS numbered, (count(*) - count(position))::float8 AS pending,
          min(position)::float8 AS first, max(position)::float8 AS last
        FROM domain_event`;
      const { numbered = 0, pending = 0, first = null, last = null } = counts ?? {};
      const [from, to] = [Number(log.firstPosition), Number(log.lastPosition)];
      const seen = `${numbered} events from ${first ?? '–'} to ${last ?? '–'}`;
      const contiguous = numbered === to - from + 1;
      const agrees = numbered === 0 || (first === from && last === to);
      if (!contiguous || !agrees) {
        return { state: 'PROBLEM', detail: `${seen}, but the log says ${from} to ${to}` };
      }
      return { state: 'OK', detail: `${seen} without a gap, ${pending} waiting for a position` };
    },
    { ...AS_SYSTEM, isolationLevel: 'RepeatableRead', timeoutMs: 600_000 },
  );
}
