import type { Command } from 'commander';
import { createSignIn } from '../auth/sign-in.js';
import { createLog } from '../ops/log.js';
import { days, email } from './arguments.js';
import { CommandError } from './command-error.js';
import { configuration } from './open.js';
import { say, type Terminal } from './terminal.js';

export function tokenCommand(program: Command, terminal: Terminal): void {
  program
    .command('token')
    .description('sign a token; only where this program is the issuer, also while the server runs')
    .requiredOption('--as <email>', 'whose token', email)
    .option('--days <number>', 'for how many days', days, 30)
    .action(async ({ as, days }: { as: string; days: number }) => {
      const config = configuration(terminal);
      const { issuer } = await createSignIn(config, createLog(config.logLevel));
      const why = 'Tokens are not signed here: JWT_PRIVATE_KEY is missing, or JWKS_URL is set.';
      if (!issuer) throw new CommandError(why);
      say(terminal, await issuer.sign(as, new Date(), days * 86_400_000));
    });
}
