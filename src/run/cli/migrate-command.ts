import type { Command } from 'commander';
import { withDatabase } from './open.js';
import { say } from './say.js';
import type { Shell } from './shell.js';

export function migrateCommand(command: Command, shell: Shell): void {
  command.action(() =>
    withDatabase(shell, async ({ migrated }) => {
      // A server migrates when it starts, so there is nothing left to do.
      const names = shell.host ? [] : migrated;
      for (const name of names) say(shell, name);
      if (names.length === 0) say(shell, 'up to date');
    }),
  );
}
