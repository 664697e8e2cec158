import type { Command } from 'commander';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import { JOB_NAMES } from '../../domain/nightly-jobs.js';
import type { RunJobInput } from '../../features/jobs/run-job.js';
import type { App } from '../app.js';
import { instant } from './arguments.js';
import { CommandError } from './command-error.js';
import { contextOf, withApp } from './open.js';
import { say, sayTable } from './say.js';
import type { Shell, Terminal } from './shell.js';

export function jobCommand(command: Command, shell: Shell): void {
  command
    .addArgument(command.createArgument('<name>', 'which job').choices(JOB_NAMES))
    .option('--as-of <instant>', 'what is due by then, in ISO 8601; now if left out')
    .option('--dry-run', 'only tell what would be done')
    .action(async (job: string, given: { asOf?: string; dryRun?: boolean }) => {
      const asOf = given.asOf === undefined ? undefined : await instant(command, given.asOf);
      const { dryRun = false } = given;
      await withApp(shell, (app, signal) => runNow(shell, app, { job, asOf, dryRun }, signal));
    });
}

async function runNow(
  terminal: Terminal,
  { db, runner }: App,
  input: RunJobInput,
  signal: AbortSignal,
): Promise<void> {
  const { runJob } = await import('../../features/jobs/run-job.js');
  const result = await runJob(contextOf(db, SYSTEM_ACTOR), input, runner, { signal });
  if (result.dryRun) {
    const due = result.affected.map(({ action, entity, id, dueAt }) => {
      return [action, entity, id, dueAt.toISOString()];
    });
    sayTable(terminal, [['ACTION', 'ENTITY', 'ID', 'DUE'], ...due]);
    say(terminal, `${due.length} affected as of ${result.asOf.toISOString()}; dry run.`);
    return;
  }
  const where = { id: result.runId };
  const run = await db.transaction((tx) => tx.jobRun.findUniqueOrThrow({ where }), AS_SYSTEM);
  const { job, status, processed, failed, error } = run;
  const head = ['JOB', 'STATUS', 'PROCESSED', 'FAILED'];
  sayTable(terminal, [head, [job, status, String(processed), String(failed)]]);
  if (status !== 'SUCCEEDED') throw new CommandError(error ?? `The run is ${status}.`);
}
