import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The programs of servers that tests start for themselves; null if they are not installed. */
export interface Binaries {
  readonly postgresDir: string | null;
  readonly redis: string | null;
}

export const binaries: Binaries = {
  postgresDir: directoriesWithPostgres().find((dir) => existsSync(join(dir, 'initdb'))) ?? null,
  redis: found('redis-server'),
};

/** Why tests that need servers of their own are skipped; null if they are not. */
export const skippedBecause: string | null =
  [
    ...(binaries.postgresDir ? [] : ['initdb of PostgreSQL is not found']),
    ...(binaries.redis ? [] : ['redis-server is not found']),
    ...(isRoot() && !found('setpriv') ? ['PostgreSQL does not run as root, without setpriv'] : []),
  ].join('; ') || null;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** What runs a command as the user `postgres` where we are root, whom PostgreSQL refuses. */
export function asPostgres(command: string, args: readonly string[]): [string, string[]] {
  if (!isRoot()) return [command, [...args]];
  const user = ['--reuid=postgres', '--regid=postgres', '--clear-groups'];
  return ['setpriv', [...user, command, ...args]];
}

function directoriesWithPostgres(): string[] {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return [...pathDirectories(), ...versions.map((version) => join(root, version, 'bin'))];
}

function found(program: string): string | null {
  const dirs = [...pathDirectories(), '/usr/bin', '/usr/local/bin'];
  const dir = dirs.find((candidate) => existsSync(join(candidate, program)));
  return dir ? join(dir, program) : null;
}

function pathDirectories(): string[] {
  return (process.env.PATH ?? '').split(':').filter((dir) => dir !== '');
}

/** Runs to its end. @throws Error with what it said */
export function runToEnd(command: string, args: readonly string[]): void {
  const { status, stderr, stdout, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `${stdout}${stderr}`}`);
}
