import type { Actor } from '../../domain/actor.js';
import type { Database } from '../../platform/db/open.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { askServer } from './ask-server.js';
import type { Shell } from './shell.js';

/** @throws ConfigError naming every variable that is wrong */
export async function configuration({ env, host }: Shell): Promise<Config> {
  if (host) return host.config;
  const { parseConfig } = await import('../config.js');
  return parseConfig({ LOG_LEVEL: 'warn', ...env });
}

/**
 * Runs a command on the application: by the server that has the embedded database open, else by this process without
 * starting it. A first Ctrl-C aborts the signal, a second ends the process.
 * @param files the files that the arguments name, for the server
 */
export async function withApp(
  shell: Shell,
  work: (app: App, signal: AbortSignal) => Promise<void>,
  files: ReadonlyMap<string, Buffer> = new Map(),
): Promise<void> {
  if (shell.host) return work(shell.host.app, shell.host.signal);
  const config = await configuration(shell);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    if (await askServer(config, shell, { files, signal: interrupted.signal })) return;
    const [{ createApp }, { createLog }] = await Promise.all([
      import('../app.js'),
      import('../../platform/ops/log.js'),
    ]);
    const app = await createApp(config, { log: createLog(config.logLevel, { write: shell.err }) });
    try {
      await work(app, interrupted.signal);
    } finally {
      await app.stop();
    }
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** The same for a command that needs no more than the database. */
export async function withDatabase(
  shell: Shell,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  if (shell.host) return work(shell.host.app.db);
  const config = await configuration(shell);
  if (await askServer(config, shell)) return;
  const { openDatabase } = await import('../../platform/db/open.js');
  const db = await openDatabase(config.database);
  try {
    await work(db);
  } finally {
    await db.stop();
  }
}

export function contextOf(db: Database, actor: Actor): VerbContext {
  return { db, actor, now: new Date(), requestId: null };
}
