import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AS_SYSTEM } from '../../domain/actor.js';
import type { Database, Tx } from '../db/open.js';
import { createHeartbeat } from '../loops/heartbeat.js';
import { chainHash, HASH_VERSION, SEALED_COLUMNS, type SealedFacts } from './chain.js';

export interface Sealer {
  start(): void;
  stop(): Promise<void>;
  /** Call after a commit that appended to the trail. Never throws; many calls make one pass. */
  kick(): void;
  /** Resolves when everything that was committed before this call is sealed. */
  catchUp(): Promise<void>;
}

export interface SealerOptions {
  db: Database;
  log: Logger;
  /** How long kicks are gathered: no caller waits for a seal, so the database is spared. */
  gatherMs?: number;
  /** Finds entries that a crashed process, or one without a sealer, left unsealed. */
  pollMs?: number;
}

/** Held by the replica that is sealing: 'LWau' in ASCII. Never reuse it for something else. */
const SEALER_LOCK = 0x4c576175;

/** Entries per transaction. */
const BATCH_SIZE = 500;

/** The first pause after another replica was found sealing; its transaction lasts milliseconds. */
const REFUSED_PAUSE_MS = 4;

/**
 * Links committed entries of the audit trail into its hash chain: in the order of insertion, one replica at a time.
 * Writers do not wait for each other as they would if each linked its own.
 */
export function createSealer({ db, log, gatherMs = 100, pollMs = 1_000 }: SealerOptions): Sealer {
  const stopping = new AbortController();
  let gathering: NodeJS.Timeout | undefined;

  async function work(): Promise<void> {
    let pauseMs = REFUSED_PAUSE_MS;
    while (!stopping.signal.aborted && (await db.transaction(isAnythingUnsealed, AS_SYSTEM))) {
      const sealed = await db.transaction(sealBatch, AS_SYSTEM);
      if (sealed === 'refused') {
        // The other replica may have looked before our commit, so its pass does not count as ours.
        await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
        pauseMs = Math.min(pauseMs * 2, Math.max(pollMs, REFUSED_PAUSE_MS));
        continue;
      }
      pauseMs = REFUSED_PAUSE_MS;
      if (sealed < BATCH_SIZE) return;
    }
  }

  const heartbeat = createHeartbeat({ name: 'sealer', work, pollMs, log });
  return {
    start: heartbeat.start,
    catchUp: heartbeat.run,
    kick() {
      if (stopping.signal.aborted) return;
      gathering ??= setTimeout(() => {
        gathering = undefined;
        heartbeat.kick();
      }, gatherMs).unref();
    },
    async stop() {
      stopping.abort();
      clearTimeout(gathering);
      await heartbeat.stop();
    },
  };
}

/** One index probe, which is the cost of an idle replica per poll. */
async function isAnythingUnsealed(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ unsealed: boolean }[]>`
    SELECT EXISTS (SELECT FROM audit_entry WHERE position IS NULL) AS unsealed`;
  return rows[0]?.unsealed ?? false;
}

async function sealBatch(tx: Tx): Promise<number | 'refused'> {
  // A statement of its own, and the first: the next one's snapshot then shows what the last holder committed.
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${SEALER_LOCK}::bigint) AS mine`;
  if (!lock?.mine) return 'refused';
  const head = await tx.auditChain.findUniqueOrThrow({ where: { id: 1 } });
  const entries = await tx.$queryRaw<SealedFacts[]>`
    SELECT ${SEALED_COLUMNS} FROM audit_entry
    WHERE position IS NULL ORDER BY seq LIMIT ${BATCH_SIZE}::int`;
  let position = Number(head.lastPosition);
  let hash = head.headHash;
  const seals = entries.map((entry) => {
    position += 1;
    hash = chainHash(hash, position, entry);
    return { id: entry.id, position, hash };
  });
  if (seals.length === 0) return 0;
  await tx.$executeRaw`
    UPDATE audit_entry SET position = seal.position, hash = seal.hash, hash_version = ${HASH_VERSION}::int
    FROM jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) AS seal (id uuid, position bigint, hash text)
    WHERE audit_entry.id = seal.id`;
  await tx.$executeRaw`
    UPDATE audit_chain SET last_position = ${position}::bigint, head_hash = ${hash} WHERE id = 1`;
  return seals.length;
}
