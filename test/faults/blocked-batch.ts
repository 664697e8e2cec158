import pg from 'pg';
import type { Installation } from './installation.js';
import { until } from './until.js';

/** Lets a batch of warnings come as far as the mail about one lead, and no further: there it can be killed. */
export interface BlockedBatch extends AsyncDisposable {
  /** Resolves when a session stands there. */
  reached(): Promise<void>;
  release(): Promise<void>;
}

export async function blockedBatch(home: Installation, leadId: string): Promise<BlockedBatch> {
  const client = new pg.Client(home.env.DATABASE_URL);
  client.on('error', () => {}); // Its server may be the one that dies.
  await client.connect();
  await client.query('BEGIN');
  // Whoever inserts the same waits to see whether this one commits.
  await client.query(
    `INSERT INTO outbox_email (id, template, locale, recipient, data, message_id, dedupe_key)
     SELECT gen_random_uuid(), 'progress-warning', 'de', '-', '{}', gen_random_uuid()::text,
       'progress-warning:' || id || ':'
         || to_char(progress_anchor AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
     FROM lead WHERE id = $1`,
    [leadId],
  );
  let open = true;
  async function release(): Promise<void> {
    if (!open) return;
    open = false;
    await client.query('ROLLBACK').catch(() => {});
    await client.end().catch(() => {});
  }
  return {
    async reached() {
      await until(async () => (await waiting(home)) > 0, true, { everyMs: 50 });
    },
    release,
    [Symbol.asyncDispose]: release,
  };
}

async function waiting({ query, database }: Installation): Promise<number> {
  const rows = await query(
    `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND wait_event = 'transactionid'`,
    [database],
  );
  return rows.length;
}

/** The id of a row from a global id. */
export function localId(globalId: string): string {
  return Buffer.from(globalId, 'base64').toString('utf8').split(':')[1] ?? '';
}
