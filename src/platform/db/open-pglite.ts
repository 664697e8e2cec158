import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { makeDataDir } from '../ops/make-data-dir.js';
import { EXIT, StartUpError } from '../ops/start-up-error.js';
import type { Backend } from './backend.js';
import { compileWasm } from './compile-wasm.js';
import { hasRoom, requireRoom } from './disk-space.js';
import { driverMessage } from './driver-message.js';
import { identitySql, NOBODY } from './identity.js';
import { lockDataDir } from './lock-data-dir.js';
import { pgliteAdapter } from './pglite-adapter.js';
import { type PgliteResult, pgliteQuery } from './query-pglite.js';
import { sessionStatements } from './session-settings.js';

export interface PgliteBackend extends Backend {
  pglite: PGlite;
}

const IN_MEMORY = 'memory://';

/**
 * PGlite's own 128 MB of pages are written to at each start, so that they count from the first moment on; what does not
 * fit here, the operating system still has in its memory. There is one connection.
 */
const START_PARAMS = [
  ...PGlite.defaultStartParams,
  ...['-c', 'shared_buffers=16MB', '-c', 'max_connections=8', '-c', 'wal_buffers=1MB'],
];

/** Nothing is left to recover in memory. The log costs as much there as the tables: a file grows by being copied. */
const IN_MEMORY_PARAMS = [
  ...START_PARAMS,
  ...['-c', 'full_page_writes=off', '-c', 'wal_init_zero=off', '-c', 'wal_level=minimal'],
  ...['-c', 'max_wal_senders=0'],
];

/**
 * PostgreSQL inside this process. The data lie in `dir`/pgdata; the directory is locked for as long as the database is
 * open, because two processes would lose each other's commits. `memory://` keeps everything in memory; `snapshot` then
 * is what PGlite's dumpDataDir gave. `onMaking` is called when there is no database yet, before one is made.
 */
export async function openPglite(
  dir: string,
  snapshot?: Blob,
  onMaking?: () => void,
): Promise<PgliteBackend> {
  if (dir.startsWith(IN_MEMORY)) return toBackend(await start(dir, snapshot), async () => {});
  await makeDataDir(dir);
  const lock = await lockDataDir(dir);
  try {
    requireRoom(dir);
    const pglite = await startIn(path.join(dir, 'pgdata'), onMaking).catch((error: unknown) => {
      throw new StartUpError(
        `The embedded database in ${path.resolve(dir)} cannot be opened: ${driverMessage(error)}`,
        EXIT.config,
        { cause: error },
      );
    });
    return toBackend(pglite, lock.release, () => hasRoom(dir));
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database that was killed while it was first made cannot be opened, so it gets its name when it is complete. */
async function startIn(dataDir: string, onMaking?: () => void): Promise<PGlite> {
  if (!existsSync(dataDir)) {
    onMaking?.();
    const unfinished = `${dataDir}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { mode: 0o700 });
    const pglite = await start(unfinished);
    await pglite.close();
    await rename(unfinished, dataDir);
  }
  return start(dataDir);
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** PostgreSQL itself, compiled once, whatever databases are opened. */
function postgres(): Promise<WebAssembly.Module> {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  compiled ??= compileWasm(path.join(path.dirname(main), 'pglite.wasm'));
  return compiled;
}

async function start(dataDir: string, loadDataDir?: Blob): Promise<PGlite> {
  const pglite = await PGlite.create({
    pgliteWasmModule: await postgres(),
    dataDir,
    extensions: { pg_trgm },
    startParams: dataDir.startsWith(IN_MEMORY) ? IN_MEMORY_PARAMS : START_PARAMS,
    relaxedDurability: false,
    ...(loadDataDir ? { loadDataDir } : {}),
  });
  await pglite.exec(`${sessionStatements()} SET search_path = public`);
  return pglite;
}

function toBackend(
  pglite: PGlite,
  release: () => Promise<void>,
  mayWrite: () => boolean = () => true,
): PgliteBackend {
  const adapterFactory = pgliteAdapter(pglite, { mayWrite });
  const query = pgliteQuery(pglite);
  let closing: Promise<void> | undefined;

  return {
    kind: 'pglite',
    pglite,
    adapterFactory,
    async inOneSession(work) {
      const session = await adapterFactory.connect();
      await pglite.exec('BEGIN; SET LOCAL ROLE NONE');
      try {
        const result = await work(session, (sql) => session.executeScript(sql));
        await pglite.exec('COMMIT');
        return result;
      } catch (error) {
        await pglite.exec('ROLLBACK');
        throw error;
      } finally {
        await pglite.exec('SELECT pg_advisory_unlock_all()');
      }
    },
    async enterService() {
      await pglite.exec(`SET ROLE ${NOBODY}`);
    },
    queryAs: <T>(...[identity, sql, params]: Parameters<Backend['queryAs']>) =>
      adapterFactory.counted(
        pglite.transaction(async (tx) => {
          await tx.exec(identitySql(identity));
          const { fields, rows } = await query(sql, params);
          return rows.map((row) => rowOf<T>(fields, row));
        }),
      ),
    async listen(channel, onMessage) {
      const stop = await pglite.listen(channel, onMessage);
      return { stop: () => stop() };
    },
    connections() {
      const busy = adapterFactory.busy();
      return { total: 1, idle: busy === 0 ? 1 : 0, waiting: Math.max(0, busy - 1), max: 1 };
    },
    close() {
      closing ??= checkpointAndClose(pglite).finally(release);
      return closing;
    },
  };
}

function rowOf<T>(fields: PgliteResult['fields'], values: readonly unknown[]): T {
  return Object.fromEntries(fields.map(({ name }, nth) => [name, values[nth]])) as T;
}

async function checkpointAndClose(pglite: PGlite): Promise<void> {
  await pglite.exec('RESET ROLE; CHECKPOINT');
  await pglite.close();
}
