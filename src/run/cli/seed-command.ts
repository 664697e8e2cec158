import type { Command } from 'commander';
import { withDatabase } from './open.js';
import { sayTable } from './say.js';
import type { Shell } from './shell.js';

export function seedCommand(command: Command, shell: Shell): void {
  command.action(() =>
    withDatabase(shell, async (db) => {
      const [{ addPeople }, { PEOPLE }] = await Promise.all([
        import('../demo/add-people.js'),
        import('../demo/people.js'),
      ]);
      await addPeople(db);
      sayTable(
        shell,
        PEOPLE.map(({ role, email }) => [role, email]),
      );
    }),
  );
}
