import { type Command, Option } from 'commander';
import { ROLES, SYSTEM_ACTOR } from '../../domain/actor.js';
import { LOCALES } from '../../domain/locales.js';
import type { CreateUserInput } from '../../features/users/create-user.js';
import { email } from './arguments.js';
import { contextOf, withDatabase } from './open.js';
import { sayTable } from './say.js';
import type { Shell } from './shell.js';

/** The way to the first admin, whom no signed-in user could add. */
export function userCommand(command: Command, shell: Shell): void {
  command
    .requiredOption('--email <email>', 'what their tokens name, and where mails go', email)
    .requiredOption('--name <name>', 'full name')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .option('--territory <territory>', 'the part of the market; the whole if left out')
    .addOption(
      new Option('--locale <locale>', 'language of their mails').choices(LOCALES).default('de'),
    )
    .action((input: CreateUserInput) =>
      withDatabase(shell, async (db) => {
        const { createUser } = await import('../../features/users/create-user.js');
        const { userId } = await createUser(contextOf(db, SYSTEM_ACTOR), input);
        sayTable(shell, [[input.role, input.email, userId]]);
      }),
    );
}
