import { type App, createApp } from '../app.js';
import type { Actor } from '../auth/actor.js';
import { type Config, parseConfig } from '../config.js';
import type { VerbContext } from '../context.js';
import { type Database, openDatabase } from '../db/open.js';
import { createLog } from '../ops/log.js';
import { CommandError, messageOf } from './command-error.js';
import type { Terminal } from './terminal.js';

/** @throws ConfigError naming every variable that is wrong */
export function configuration({ env }: Terminal): Config {
  return parseConfig({ LOG_LEVEL: 'warn', ...env });
}

/**
 * Runs a command on the application without starting it. A first Ctrl-C aborts the signal, a second
 * ends the process.
 * @param instead what to do when a running server holds the embedded database
 */
export async function withApp(
  terminal: Terminal,
  instead: string,
  work: (app: App, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const config = configuration(terminal);
  const log = createLog(config.logLevel, { write: terminal.err });
  const app = await opened(createApp(config, { log }), instead);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    await work(app, interrupted.signal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await app.stop();
  }
}

/** @param instead what to do when a running server holds the embedded database */
export async function withDatabase(
  terminal: Terminal,
  instead: string,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  const db = await opened(openDatabase(configuration(terminal).database), instead);
  try {
    await work(db);
  } finally {
    await db.stop();
  }
}

/** What cannot be opened is said without a stack: somebody runs it twice, or the settings are wrong. */
export async function opened<T>(opening: Promise<T>, instead?: string): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    const message = messageOf(error);
    const locked = /^The data directory .* is in use by the process/.test(message);
    throw new CommandError(locked && instead ? `${message} ${instead}` : message, { cause: error });
  }
}

export function contextOf(db: Database, actor: Actor): VerbContext {
  return { db, actor, now: new Date(), requestId: null };
}
