import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './child.js';

/** A server process as it runs in production, on a database that it shares with others. */
export interface Replica {
  readonly child: Child;
  /** Such as `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
}

/** The program as it is now, built beside the one that somebody may be running from `dist`. */
export interface Program extends AsyncDisposable {
  /** @param preload a module loaded before the program */
  start(env: Record<string, string>, preload?: string): Promise<Replica>;
  /** Runs a command of the command line, or another file of the program, to its end. */
  command(
    args: readonly string[],
    env: Record<string, string>,
    file?: 'cli.js' | 'main.js' | 'demo/main.js',
  ): Promise<{ code: unknown; said: string }>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export async function buildProgram(): Promise<Program> {
  const dist = `dist-${process.pid}`;
  execFileSync(process.execPath, ['build.mjs', dist], { cwd: ROOT });
  const { PATH = '', HOME = '' } = process.env;
  const base = { PATH, HOME };
  return {
    async start(env, preload) {
      const args = [...(preload ? ['--import', preload] : []), `${dist}/main.js`];
      const child = startChild([process.execPath, args], {
        cwd: ROOT,
        env: { ...base, PORT: '0', LOG_LEVEL: 'info', ...NO_RATE_LIMITS, ...env },
      });
      const line = await child.saying(/^Leadwarden listens on /);
      const url = line.slice(line.indexOf('http'));
      return { child, url, port: Number(new URL(url).port) };
    },
    async command(args, env, file = 'cli.js') {
      const child = startChild([process.execPath, [`${dist}/${file}`, ...args]], {
        cwd: ROOT,
        env: { ...base, ...env },
      });
      const code = await child.exited;
      return { code, said: child.said.join('\n') };
    },
    async [Symbol.asyncDispose]() {
      await rm(`${ROOT}/${dist}`, { recursive: true, force: true });
    },
  };
}

const NO_RATE_LIMITS = {
  RATE_LIMIT_IDENTITY: '0',
  RATE_LIMIT_ADDRESS: '0',
  RATE_LIMIT_GUESSES: '0',
};
