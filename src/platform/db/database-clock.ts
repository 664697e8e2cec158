import type { Logger } from 'pino';
import { SYSTEM_ACTOR } from '../../domain/actor.js';
import type { Database } from './open.js';

export interface DatabaseClock {
  now(): Date;
  /** Asks the database what time it is; rejects when it is away. */
  measure(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export interface DatabaseClockOptions {
  db: Pick<Database, 'kind' | 'queryAs'>;
  log: Logger;
  /** The clock of this machine, in epoch milliseconds. */
  machine?: () => number;
  /** Monotonic milliseconds, independent of changes to the clock of this machine. */
  elapsed?: () => number;
  everyMs?: number;
}

/** A difference up to this is the way to the database and back. */
const TOLERATED_MS = 100;

/** A measurement that took longer is too inexact. */
const SLOWEST_MS = 1_000;

/** A difference from this is logged: the machine's own clock has to be corrected. */
const WRONG_MS = 60_000;

/**
 * One clock for all replicas, that of their database. With each by its own, one that is an hour fast would run the night's
 * jobs early and end protection that has an hour to go, and leases would be over before they began. Between two
 * measurements time goes on by what has elapsed, so that a jump of the machine's clock changes nothing. An embedded
 * database has the clock of this machine.
 */
export function createDatabaseClock(options: DatabaseClockOptions): DatabaseClock {
  const { db, log, everyMs = 10_000 } = options;
  const { machine = Date.now, elapsed = () => performance.now() } = options;
  let anchor: { readonly ms: number; readonly at: number } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let measuring: Promise<void> = Promise.resolve();
  let wrong = false;

  const nowMs = () => (anchor === null ? machine() : anchor.ms + elapsed() - anchor.at);

  async function measure(): Promise<void> {
    if (db.kind === 'pglite') return;
    const asked = elapsed();
    const sql = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::text AS ms';
    const [row] = await db.queryAs<{ ms: string }>(SYSTEM_ACTOR, sql);
    const answered = elapsed();
    if (answered - asked > SLOWEST_MS && anchor !== null) return;
    const ms = Number(row?.ms) + (answered - asked) / 2;
    if (anchor === null || Math.abs(ms - nowMs()) > TOLERATED_MS) anchor = { ms, at: answered };
    tell(machine() - ms);
  }

  function tell(aheadMs: number): void {
    const isWrong = Math.abs(aheadMs) > WRONG_MS;
    const seconds = Math.round(aheadMs / 1_000);
    if (isWrong && !wrong) {
      log.error(
        { alert: true, seconds },
        "this machine's clock is wrong; the time of the database counts",
      );
    }
    if (!isWrong && wrong) log.info({ seconds }, "this machine's clock is right again");
    wrong = isWrong;
  }

  function measureAgain(): void {
    measuring = measure().catch((error) => {
      log.debug({ err: error }, 'the database did not say what time it is');
    });
  }

  return {
    now: () => new Date(Math.floor(nowMs())),
    measure,
    start() {
      if (db.kind === 'postgres') timer ??= setInterval(measureAgain, everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await measuring;
    },
  };
}
