import type { Command } from 'commander';
import { diagnose } from '../doctor/diagnose.js';
import { readKeyRing } from '../privacy/load-key-ring.js';
import { CommandError } from './command-error.js';
import { configuration, withDatabase } from './open.js';
import { sayTable, type Terminal } from './terminal.js';

export function doctorCommand(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description('check that the database is sound, above all that nobody changed the audit trail')
    .action(() =>
      withDatabase(terminal, 'Stop the server while you check.', async (db) => {
        const keyRing = await readKeyRing(configuration(terminal).pseudonymKeys);
        const findings = await diagnose({ db, keyRing, now: new Date() });
        sayTable(
          terminal,
          findings.map(({ state, check, detail }) => [state, check, detail]),
        );
        const problems = findings.filter(({ state }) => state === 'PROBLEM').length;
        if (problems === 0) return;
        throw new CommandError(`${problems} of ${findings.length} checks found a problem.`);
      }),
    );
}
