import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Backend } from './backend.js';
import { lockDataDir } from './lock-data-dir.js';

const IN_MEMORY = 'memory://';

/**
 * PostgreSQL inside this process. The data lie in `dir`/pgdata; the directory is locked for as long as the database is
 * open, because two processes would lose each other's commits. `snapshot` fills a new database in memory.
 */
export async function openPglite(dir: string, snapshot?: Blob): Promise<Backend> {
  if (dir.startsWith(IN_MEMORY)) return backend(await start(dir, snapshot), async () => {});
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const lock = await lockDataDir(dir);
  try {
    return backend(await start(path.join(dir, 'pgdata')), lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function start(dataDir: string, loadDataDir?: Blob): Promise<PGlite> {
  const pglite = await PGlite.create({
    dataDir,
    extensions: { pg_trgm },
    relaxedDurability: false,
    ...(loadDataDir ? { loadDataDir } : {}),
  });
  await pglite.exec(`SET timezone = 'UTC'`);
  return pglite;
}

function backend(pglite: PGlite, release: () => Promise<void>): Backend & { pglite: PGlite } {
  const adapterFactory = new PrismaPGlite(pglite);
  let closing: Promise<void> | undefined;

  return {
    kind: 'pglite',
    pglite,
    adapterFactory,
    async inOneSession(work) {
      const session = await adapterFactory.connect();
      const runScript = async (sql: string) => {
        await pglite.exec(sql);
      };
      await runScript('BEGIN');
      try {
        const result = await work(session, runScript);
        await runScript('COMMIT');
        return result;
      } catch (error) {
        await runScript('ROLLBACK');
        throw error;
      } finally {
        await runScript('SELECT pg_advisory_unlock_all()');
      }
    },
    async listen(channel, onMessage) {
      const stop = await pglite.listen(channel, onMessage);
      return { stop: () => stop() };
    },
    connections: () => ({ total: 1, idle: 1, waiting: 0, max: 1 }),
    close() {
      closing ??= (async () => {
        try {
          await pglite.exec('CHECKPOINT');
          await pglite.close();
        } finally {
          await release();
        }
      })();
      return closing;
    },
  };
}
