import pg from 'pg';
import type { Database } from '../src/platform/db/open.js';

/**
 * The database with its statements asked by the owner, whom no policy binds, without a transaction
 * around them: what row-level security is measured against.
 */
export function unprotected(db: Database, url: string): Database {
  const pool = new pg.Pool({ connectionString: url, options: '-c timezone=UTC', max: 10 });
  const names = new Map<string, string>();
  return {
    ...db,
    async queryAs<T>(_identity: unknown, sql: string, params: readonly unknown[] = []) {
      const name = names.get(sql) ?? `unprotected_${names.size}`;
      names.set(sql, name);
      return (await pool.query({ name, text: sql, values: [...params] })).rows as T[];
    },
    async stop() {
      await pool.end();
      await db.stop();
    },
  };
}
