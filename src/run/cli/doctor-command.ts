import { type Command, InvalidArgumentError } from 'commander';
import { type Checkpoint, readCheckpoint } from '../../platform/audit/checkpoint.js';
import { CommandError } from './command-error.js';
import { configuration, withDatabase } from './open.js';
import { sayTable } from './say.js';
import type { Shell } from './shell.js';

export function doctorCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--checkpoint <position:hash:…>',
      'the audit trail had this hash at this position, as a mail of then says; may be repeated',
      checkpoints,
    )
    .action(({ checkpoint = [] }: { checkpoint?: Checkpoint[] }) =>
      withDatabase(shell, async (db) => {
        const [{ diagnose }, { readKeyRing }] = await Promise.all([
          import('../doctor/diagnose.js'),
          import('../../platform/keys/load-key-ring.js'),
        ]);
        const keyRing = await readKeyRing((await configuration(shell)).pseudonymKeys);
        const findings = await diagnose({ db, keyRing, now: new Date(), checkpoints: checkpoint });
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

function checkpoints(text: string, before: Checkpoint[] = []): Checkpoint[] {
  const checkpoint = readCheckpoint(text);
  if (checkpoint) return [...before, checkpoint];
  throw new InvalidArgumentError(
    'Allowed is one as it was mailed: a position, a hash of 64 hexadecimal digits and, of newer mails, the version of a key and 64 more, with colons between them.',
  );
}
