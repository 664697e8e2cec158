import type { Logger } from 'pino';
import { AS_SYSTEM } from '../../domain/actor.js';
import type { Database, Tx } from '../../platform/db/open.js';
import type { Hub } from '../../platform/events/hub.js';
import { createHeartbeat } from '../../platform/loops/heartbeat.js';

/** Held by the replica that is folding: 'LWfc' in ASCII. Never reuse it for something else. */
const FOLD_LOCK = 0x4c576663;

/** Changes per transaction. */
const BATCH_SIZE = 20_000;

/** Folds between two looks for counts that have become zero. */
const FOLDS_PER_CLEANING = 60;

/**
 * Adds up to a batch of the changes that writers left to the counts. Answers whether there may be more. Only one
 * transaction does so at a time: it is the only writer of the counts, so no writer of leads ever waits for them.
 */
export async function foldCounts(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    // A statement of its own, and the first: the next one's snapshot then shows what the last holder committed.
    const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${FOLD_LOCK}::bigint) AS mine`;
    if (!lock?.mine) return false;
    const [folded] = await tx.$queryRaw<{ taken: number }[]>`
      WITH taken AS (
        DELETE FROM lead_count_change
        WHERE id IN (SELECT id FROM lead_count_change ORDER BY id LIMIT ${BATCH_SIZE}::int)
        RETURNING territory, standing, mark, bucket, n
      ), folded AS (
        INSERT INTO lead_count AS counted (territory, standing, mark, bucket, n)
        SELECT scope.territory, standing, mark, bucket, sum(n)
        FROM taken CROSS JOIN LATERAL (SELECT '' UNION SELECT taken.territory) AS scope (territory)
        GROUP BY scope.territory, standing, mark, bucket
        HAVING sum(n) <> 0
        ON CONFLICT (territory, mark, bucket, standing) DO UPDATE SET n = counted.n + excluded.n
      )
      SELECT count(*)::int AS taken FROM taken`;
    return folded?.taken === BATCH_SIZE;
  }, AS_SYSTEM);
}

/** Counts of nothing are of no use. No other transaction writes them while the lock is held. */
async function dropEmptyCounts(tx: Tx): Promise<void> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${FOLD_LOCK}::bigint) AS mine`;
  if (lock?.mine) await tx.$executeRaw`DELETE FROM lead_count WHERE n = 0`;
}

export interface CountFolder {
  start(): void;
  stop(): Promise<void>;
}

export interface CountFolderOptions {
  readonly db: Database;
  readonly hub: Pick<Hub, 'observe'>;
  readonly log: Logger;
  /** After an event changes are let gather for so long. */
  readonly gatherMs?: number;
  /** Finds changes that other processes left. */
  readonly pollMs?: number;
}

/** Keeps few the changes that readers of the counts have to add up. Folding changes no number. */
export function createCountFolder(options: CountFolderOptions): CountFolder {
  const { db, hub, log, gatherMs = 1_000, pollMs = 60_000 } = options;
  let folds = 0;
  let stopped = false;
  let gathering: NodeJS.Timeout | undefined;
  let stopObserving = () => {};

  async function work(): Promise<void> {
    while (!stopped && (await foldCounts(db))) folds += 1;
    folds += 1;
    if (stopped || folds < FOLDS_PER_CLEANING) return;
    folds = 0;
    await db.transaction(dropEmptyCounts, AS_SYSTEM);
  }

  const heartbeat = createHeartbeat({ name: 'folding of lead counts', work, pollMs, log });

  function gather(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      heartbeat.kick();
    }, gatherMs).unref();
  }

  return {
    start() {
      stopObserving = hub.observe({ onEvent: gather, onMissed: gather });
      heartbeat.start();
    },
    async stop() {
      stopped = true;
      stopObserving();
      clearTimeout(gathering);
      await heartbeat.stop();
    },
  };
}
