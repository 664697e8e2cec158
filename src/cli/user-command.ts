import { type Command, Option } from 'commander';
import { ROLES, SYSTEM_ACTOR } from '../auth/actor.js';
import { type CreateUserInput, createUser } from '../users/create-user.js';
import { email } from './arguments.js';
import { contextOf, withDatabase } from './open.js';
import { sayTable, type Terminal } from './terminal.js';

/** The way to the first admin, whom nobody who is signed in could add. */
export function userCommand(program: Command, terminal: Terminal): void {
  program
    .command('user')
    .description('let somebody in')
    .requiredOption('--email <email>', 'what their tokens name, and where mails go', email)
    .requiredOption('--name <name>', 'full name')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .option('--territory <territory>', 'the part of the market; the whole if left out')
    .addOption(
      new Option('--locale <locale>', 'language of their mails')
        .choices(['de', 'en'])
        .default('de'),
    )
    .action((input: CreateUserInput) =>
      withDatabase(terminal, 'Stop the server while you add somebody.', async (db) => {
        const { userId } = await createUser(contextOf(db, SYSTEM_ACTOR), input);
        sayTable(terminal, [[input.role, input.email, userId]]);
      }),
    );
}
