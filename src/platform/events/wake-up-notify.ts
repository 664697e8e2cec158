import type { Logger } from 'pino';
import { SYSTEM_ACTOR } from '../../domain/actor.js';
import type { Database } from '../db/open.js';
import type { WakeUp } from './wake-up.js';
import { createMemoryWakeUp } from './wake-up-memory.js';

export interface NotifyWakeUpOptions {
  db: Database;
  log: Logger;
  channel?: string;
}

/**
 * Wakes the hubs of all replicas through NOTIFY, sent after the sequencer's commit and never in a writer's transaction,
 * where it would serialise all commits. Hubs of this process are woken directly.
 */
export function createNotifyWakeUp(options: NotifyWakeUpOptions): WakeUp {
  const { db, log, channel = 'leadwarden_event_log' } = options;
  const local = createMemoryWakeUp();
  let started = false;
  let listener: { stop(): Promise<void> } | undefined;

  return {
    async announce(position) {
      await local.announce(position);
      if (!started) return;
      try {
        await db.queryAs(SYSTEM_ACTOR, 'SELECT pg_notify($1, $2)', [channel, String(position)]);
      } catch (error) {
        log.debug({ err: error, position }, 'announcement did not reach PostgreSQL');
      }
    },
    onHint: local.onHint,
    async start() {
      await local.start();
      if (started) return;
      started = true;
      try {
        listener = await db.listen(channel, (payload) => {
          // Empty after a lost connection.
          const position = payload === '' ? Number.POSITIVE_INFINITY : Number(payload);
          if (!Number.isNaN(position)) void local.announce(position);
        });
      } catch (error) {
        log.warn({ err: error, channel }, 'cannot listen to PostgreSQL; events arrive later');
      }
    },
    async stop() {
      await local.stop();
      await listener?.stop();
      listener = undefined;
      started = false;
    },
  };
}
