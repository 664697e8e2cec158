import type { Command } from 'commander';
import { withDatabase } from './open.js';
import { say, type Terminal } from './terminal.js';

export function migrateCommand(program: Command, terminal: Terminal): void {
  const instead = 'The server migrates when it starts: there is nothing to do.';
  program
    .command('migrate')
    .description('bring the database to the present schema')
    .action(() =>
      withDatabase(terminal, instead, async ({ migrated }) => {
        for (const name of migrated) say(terminal, name);
        if (migrated.length === 0) say(terminal, 'up to date');
      }),
    );
}
