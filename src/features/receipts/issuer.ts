import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AS_SYSTEM } from '../../domain/actor.js';
import { isReceiptKind } from '../../domain/receipts/receipt.js';
import type { Database, Tx } from '../../platform/db/open.js';
import type { Hub } from '../../platform/events/hub.js';
import type { ReceiptSigner } from '../../platform/keys/receipt-signer.js';
import { createHeartbeat } from '../../platform/loops/heartbeat.js';
import { sealLog } from './seal-log.js';
import { signDrafts } from './sign-drafts.js';
import { stampLatestCheckpoint } from './stamp-checkpoint.js';

export interface ReceiptIssuer {
  start(): void;
  stop(): Promise<void>;
  /** Resolves when each receipt whose event has its position is signed, and the log sealed if that was due. */
  catchUp(): Promise<void>;
  /** Seals the log now, for the command line and for tests. */
  seal(): Promise<void>;
}

export interface ReceiptIssuerOptions {
  readonly db: Database;
  readonly signer: ReceiptSigner;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly hub: Pick<Hub, 'observe'>;
  /** The authority that stamps checkpoints (RFC 3161); null without one. */
  readonly timestampUrl: URL | null;
  /** After an event others are let gather for so long. */
  readonly gatherMs?: number;
  /** Finds what other processes left, and seals the log in time. */
  readonly pollMs?: number;
}

/** Held by the replica that signs receipts: 'LWrc' in ASCII. Never reuse it for something else. */
const RECEIPT_LOCK = 0x4c577263;

/** Receipts per transaction. */
const BATCH_SIZE = 200;

/** After this time any replica has a checkpoint stamped, not only the one that made it. */
const STAMP_PATIENCE_MS = 60_000;

/** After a failure the authority is left alone for so long. */
const STAMP_RETRY_MS = 60_000;

/** The first pause after another replica was found signing. */
const REFUSED_PAUSE_MS = 4;

/**
 * Signs the drafts of receipts once their events have a position, and seals the log of receipts: one replica at a time,
 * in the order of the event log. Verbs never wait for it.
 */
export function createReceiptIssuer(options: ReceiptIssuerOptions): ReceiptIssuer {
  const { db, signer, clock, log, hub, timestampUrl, gatherMs = 50, pollMs = 5_000 } = options;
  const stopping = new AbortController();
  let gathering: NodeJS.Timeout | undefined;
  let nextStampMs = 0;
  let stopObserving = () => {};

  /** Runs `work` as the only writer of the log, after others have ended; undefined if it was stopped meanwhile. */
  async function alone<T>(work: (tx: Tx) => Promise<T>): Promise<T | undefined> {
    for (let pauseMs = REFUSED_PAUSE_MS; !stopping.signal.aborted; pauseMs *= 2) {
      const done = await db.transaction(async (tx) => {
        // A statement of its own, and the first: the next one's snapshot then shows what the last holder committed.
        const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
          SELECT pg_try_advisory_xact_lock(${RECEIPT_LOCK}::bigint) AS mine`;
        return lock?.mine ? { result: await work(tx) } : null;
      }, AS_SYSTEM);
      if (done) return done.result;
      await pause(Math.min(pauseMs, pollMs), undefined, { signal: stopping.signal }).catch(
        () => {},
      );
    }
    return undefined;
  }

  async function work(): Promise<void> {
    const [todo] = await db.queryAs<{ drafts: boolean; unsealed: boolean }>(
      AS_SYSTEM.as,
      `SELECT EXISTS (SELECT FROM receipt WHERE leaf_index IS NULL) AS drafts, leaves > sealed AS unsealed
       FROM receipt_log WHERE id = 1`,
    );
    if (todo?.drafts) await signAll();
    let sealed: number | null | undefined = null;
    if (todo?.drafts || todo?.unsealed) {
      sealed = await alone((tx) => sealLog(tx, { signer, now: clock() }));
    }
    await stamp(sealed != null);
  }

  /** An authority that is away delays stamps and nothing else. @param isOurs whether this process made the checkpoint */
  async function stamp(isOurs: boolean): Promise<void> {
    const now = clock();
    if (timestampUrl === null || now.getTime() < nextStampMs) return;
    try {
      const patienceMs = isOurs ? 0 : STAMP_PATIENCE_MS;
      await stampLatestCheckpoint(db, timestampUrl, { now, patienceMs });
    } catch (error) {
      nextStampMs = now.getTime() + STAMP_RETRY_MS;
      log.warn({ err: error }, 'the checkpoint of the receipts was not stamped, trying again');
    }
  }

  async function signAll(): Promise<void> {
    let signed: number | undefined;
    do {
      signed = await alone((tx) => signDrafts(tx, { signer, now: clock(), limit: BATCH_SIZE }));
    } while (signed === BATCH_SIZE);
  }

  const heartbeat = createHeartbeat({ name: 'signing of receipts', work, pollMs, log });

  function gather(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      heartbeat.kick();
    }, gatherMs).unref();
  }

  return {
    start() {
      stopObserving = hub.observe({
        onEvent: ({ type }) => {
          if (isReceiptKind(type)) gather();
        },
        onMissed: gather,
      });
      heartbeat.start();
    },
    catchUp: heartbeat.run,
    async seal() {
      await signAll();
      const sealed = await alone((tx) => sealLog(tx, { signer, now: clock(), early: true }));
      await stamp(sealed != null);
    },
    async stop() {
      stopping.abort();
      stopObserving();
      clearTimeout(gathering);
      await heartbeat.stop();
    },
  };
}
