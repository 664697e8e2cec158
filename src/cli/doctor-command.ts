import type { Command } from 'commander';
import { CommandError } from './command-error.js';
import { configuration, withDatabase } from './open.js';
import { sayTable } from './say.js';
import type { Shell } from './shell.js';

export function doctorCommand(command: Command, shell: Shell): void {
  command.action(() =>
    withDatabase(shell, async (db) => {
      const [{ diagnose }, { readKeyRing }] = await Promise.all([
        import('../doctor/diagnose.js'),
        import('../privacy/load-key-ring.js'),
      ]);
      const keyRing = await readKeyRing((await configuration(shell)).pseudonymKeys);
      const findings = await diagnose({ db, keyRing, now: new Date() });
      sayTable(
        shell,
        findings.map(({ state, check, detail }) => [state, check, detail]),
      );
      const problems = findings.filter(({ state }) => state === 'PROBLEM').length;
      if (problems === 0) return;
      throw new CommandError(`${problems} of ${findings.length} checks found a problem.`);
    }),
  );
}
