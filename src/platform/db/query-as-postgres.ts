import type pg from 'pg';
import type { Backend } from './backend.js';
import { databaseRole, identitySql, quoteLiteral } from './identity.js';
import { preparedNames } from './prepared-names.js';

/**
 * One statement in the name of an actor in one message: BEGIN, identity, statement and COMMIT travel together, so
 * that row-level security costs no round trip. The simple protocol that allows this takes no parameters; they go as
 * literals to a statement that each connection prepares once per role, because a plan holds the policies of its role.
 */
export function queryAsOnPostgres(pool: pg.Pool): Backend['queryAs'] {
  const nameOf = preparedNames('leadwarden_as');
  const preparedOn = new WeakMap<pg.PoolClient, Set<string>>();

  return async <T>(...[identity, sql, params]: Parameters<Backend['queryAs']>): Promise<T[]> => {
    const name = nameOf(`${databaseRole(identity)} ${sql}`);
    const begin = `BEGIN; ${identitySql(identity)};`;
    const client = await pool.connect();
    const prepared = preparedOn.get(client) ?? new Set();
    preparedOn.set(client, prepared);
    // A statement beyond those that are kept is prepared for this once.
    const own = name ?? 'leadwarden_once';
    const prepare = prepared.has(own) ? '' : `PREPARE ${own} AS ${sql};`;
    const args = params.length === 0 ? '' : `(${params.map(quoteLiteral).join(', ')})`;
    const forget = name === undefined ? `DEALLOCATE ${own};` : '';
    try {
      const results = (await client.query(
        `${begin} ${prepare} EXECUTE ${own}${args}; ${forget} COMMIT`,
      )) as unknown as pg.QueryResult[];
      if (name !== undefined) prepared.add(own);
      client.release();
      return (results.at(name === undefined ? -3 : -2)?.rows ?? []) as T[];
    } catch (error) {
      // It may have failed after PREPARE, which a rollback does not undo: the connection goes.
      client.release(true);
      throw error;
    }
  };
}
