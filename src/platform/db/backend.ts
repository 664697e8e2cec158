import type { SqlDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils';
import type { Identity } from './identity.js';

/** The differences between PGlite and a PostgreSQL server; all layers above are the same for both. */
export interface Backend {
  kind: 'pglite' | 'postgres';
  /** Connections without an actor (see NOBODY), once `enterService` was called; not to be used before. */
  adapterFactory: SqlDriverAdapterFactory;
  /**
   * Runs `work` in one transaction on one connection, beside Prisma's and as the owner of the tables. `runScript` sends
   * any number of statements as they are. Session-level locks are gone afterwards.
   */
  inOneSession<T>(
    work: (session: SqlQueryable, runScript: (sql: string) => Promise<void>) => Promise<T>,
  ): Promise<T>;
  /** From now on nothing but `inOneSession` has the rights of the owner. The roles must be there. */
  enterService(): Promise<void>;
  /** The rows of one statement in a transaction of its own, with as few round trips as possible. */
  queryAs<T>(identity: Identity, sql: string, params: readonly unknown[]): Promise<T[]>;
  /** Calls `onMessage` with each payload; see Database.listen. */
  listen(channel: string, onMessage: (payload: string) => void): Promise<Listener>;
  connections(): ConnectionCounts;
  close(): Promise<void>;
}

export interface Listener {
  stop(): Promise<void>;
}

/** For failures that are being repaired, such as a lost connection. */
export type Warn = (message: string, error: unknown) => void;

/** For gauges. PGlite has one connection. */
export interface ConnectionCounts {
  total: number;
  idle: number;
  /** Requests waiting for a connection. */
  waiting: number;
  max: number;
}
