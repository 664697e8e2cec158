import type { Command } from 'commander';
import { addPeople } from '../demo/add-people.js';
import { PEOPLE } from '../demo/people.js';
import { withDatabase } from './open.js';
import { sayTable, type Terminal } from './terminal.js';

export function seedCommand(program: Command, terminal: Terminal): void {
  program
    .command('seed')
    .description('add the people of the demo, at least one per role, for trying things out')
    .action(() =>
      withDatabase(terminal, 'Stop the server while you seed.', async (db) => {
        await addPeople(db);
        sayTable(
          terminal,
          PEOPLE.map(({ role, email }) => [role, email]),
        );
      }),
    );
}
