import type { App } from '../app.js';
import type { Config } from '../config.js';

/** The parts of its process that a command uses. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
}

/** A running server, to which another process has given a command. */
export interface Host {
  readonly app: App;
  readonly config: Config;
  /** The files that the arguments name, which only that process can read. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Aborts when that process is gone. */
  readonly signal: AbortSignal;
}

export interface Shell extends Terminal {
  /** As they were given, the name of the command first. */
  readonly args: readonly string[];
  /** Null in a process of the command's own. */
  readonly host: Host | null;
}
