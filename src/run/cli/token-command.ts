import type { Command } from 'commander';
import { AS_SYSTEM } from '../../domain/actor.js';
import { DAY_MS } from '../../domain/days.js';
import type { Issuer } from '../../features/sign-in/dev-issuer.js';
import type { Database } from '../../platform/db/open.js';
import { days, email } from './arguments.js';
import { CommandError } from './command-error.js';
import { configuration, withDatabase } from './open.js';
import { say } from './say.js';
import type { Shell } from './shell.js';

export function tokenCommand(command: Command, shell: Shell): void {
  command
    .requiredOption('--as <email>', 'whose token', email)
    .option('--days <number>', 'for how many days', days, 30)
    .action(async ({ as, days }: { as: string; days: number }) => {
      const { issuer } = await configuration(shell);
      if (issuer.kind === 'jwks' || issuer.kind === 'none') {
        const why = 'Tokens are not signed here: JWT_PRIVATE_KEY is missing, or JWKS_URL is set.';
        throw new CommandError(why);
      }
      await withDatabase(shell, async (db) => {
        await requireKnown(db, as);
        const token = await (await issuerOf(shell))?.sign(as, new Date(), days * DAY_MS);
        if (token) say(shell, token);
      });
    });
}

async function issuerOf(shell: Shell): Promise<Issuer | null> {
  if (shell.host) return shell.host.app.issuer;
  const config = await configuration(shell);
  const [{ createSignIn }, { createLog }] = await Promise.all([
    import('../../features/sign-in/sign-in.js'),
    import('../../platform/ops/log.js'),
  ]);
  return (await createSignIn(config, createLog(config.logLevel, { write: shell.err }))).issuer;
}

/** A token for a stranger would be refused wherever it is shown, unless strangers are let in. */
async function requireKnown(db: Database, email: string): Promise<void> {
  const { readSetting } = await import('../../platform/settings/read-setting.js');
  const { users, provisionRole } = await db.transaction(
    async (tx) => ({
      users: await tx.user.findMany({
        where: { active: true, role: { not: 'SERVICE' } },
        select: { email: true },
        orderBy: { email: 'asc' },
      }),
      provisionRole: await readSetting(tx, 'provisionRole'),
    }),
    AS_SYSTEM,
  );
  if (provisionRole !== null || users.some((user) => user.email === email)) return;
  const known = users.slice(0, 20).map((user) => user.email);
  throw new CommandError(
    `${email}: no active user signs in with this e-mail. ` +
      (known.length > 0
        ? `There are ${users.length}: ${known.join(', ')}`
        : '"leadwarden user" adds the first, "leadwarden seed" the people of the demo.'),
  );
}
