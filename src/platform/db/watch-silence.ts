import type { Socket } from 'node:net';
import pg from 'pg';

/** For how long nothing may come over a connection in use before the server is asked about it. */
const SILENT_MS = 15_000;

const ANSWER_WITHIN_MS = 5_000;

/**
 * Breaks connections that have gone silent in the middle of a statement, as half-open ones do, for TCP may take a
 * quarter of an hour to notice. Unless the server says, on another connection, that it is still at work for this one.
 * `config` is a user's who may see the own sessions.
 */
export function watchSilence(pool: pg.Pool, config: pg.ClientConfig, silentMs = SILENT_MS): void {
  const inUse = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_error, client) => inUse.delete(client));
  pool.on('connect', (client) => {
    const { connection, processID } = client as pg.PoolClient & Internals;
    const { stream } = connection;
    stream.setTimeout(silentMs, async () => {
      if (!inUse.has(client) || stream.destroyed) return;
      if (await isAtWork(processID, config)) stream.setTimeout(silentMs);
      else if (inUse.has(client)) stream.destroy(lost(silentMs));
    });
  });
}

/** As pg's own types leave out. */
interface Internals {
  readonly processID: number;
  readonly connection: { readonly stream: Socket };
}

/** As the system's own timeout would say it. */
function lost(silentMs: number): Error {
  const message = `The database has been silent for ${silentMs} ms in the middle of something.`;
  return Object.assign(new Error(message), { code: 'ETIMEDOUT', syscall: 'read', errno: -110 });
}

async function isAtWork(processId: number, config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({
    ...config,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ state: string | null }>(
      'SELECT state FROM pg_stat_activity WHERE pid = $1 AND datname = current_database()',
      [processId],
    );
    return rows[0]?.state === 'active';
  } catch {
    return false; // It cannot be asked about either.
  } finally {
    // Ending it gracefully would take as long as the query.
    (client as unknown as Internals).connection.stream.destroy();
  }
}
