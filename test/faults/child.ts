import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process of our own, and everything that it has said. */
export interface Child {
  readonly process: ChildProcess;
  readonly said: string[];
  isRunning(): boolean;
  /** Resolves with the code, or the signal, that ended it. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
  /** Resolves with the first line that matches, also if it was said before. @throws Error if it ends first */
  saying(pattern: RegExp): Promise<string>;
  /** Ends it if it runs. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

const LINES_KEPT = 2_000;

export function startChild(
  [command, args]: readonly [string, readonly string[]],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Child {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const said: string[] = [];
  const listeners = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        said.push(line);
        for (const listen of listeners) listen(line);
      }
      if (said.length > LINES_KEPT) said.splice(0, said.length - LINES_KEPT);
    });
  }
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
    child.once('error', () => resolve(null));
  });

  return {
    process: child,
    said,
    isRunning,
    exited,
    async saying(pattern) {
      const known = said.find((line) => pattern.test(line));
      if (known !== undefined) return known;
      return new Promise((resolve, reject) => {
        const listen = (line: string) => {
          if (!pattern.test(line)) return;
          listeners.delete(listen);
          resolve(line);
        };
        listeners.add(listen);
        void exited.then((how) =>
          reject(
            new Error(
              `${command} ended with ${how} before ${pattern}:\n${said.slice(-20).join('\n')}`,
            ),
          ),
        );
      });
    },
    async kill(signal = 'SIGKILL') {
      if (!isRunning()) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      // One that was stopped takes no signal but SIGKILL until it goes on.
      if (signal !== 'SIGKILL') child.kill('SIGCONT');
      await gone;
    },
  };
}
