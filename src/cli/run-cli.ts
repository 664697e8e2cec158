import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.js';
import { LeadwardenError } from '../errors.js';
import { CommandError } from './command-error.js';
import { doctorCommand } from './doctor-command.js';
import { importCommand } from './import-command.js';
import { jobCommand } from './job-command.js';
import { migrateCommand } from './migrate-command.js';
import { seedCommand } from './seed-command.js';
import { serveCommand } from './serve-command.js';
import type { Terminal } from './terminal.js';
import { tokenCommand } from './token-command.js';
import { userCommand } from './user-command.js';

/** In the order of the help. */
const COMMANDS = [
  serveCommand,
  migrateCommand,
  seedCommand,
  userCommand,
  tokenCommand,
  jobCommand,
  importCommand,
  doctorCommand,
];

/** Wrong arguments. */
const EXIT_USAGE = 2;
/** A wrong environment: EX_CONFIG of sysexits.h. */
const EXIT_CONFIG = 78;

/**
 * Runs one command; resolves with the exit code of the process.
 * @throws what nobody foresaw
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command('leadwarden')
    .description('Lead protection for companies that sell through commercial agents.')
    .showHelpAfterError('(--help tells how to use it)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride();
  for (const add of COMMANDS) add(program, terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said its own already.
    if (error instanceof CommanderError) return error.exitCode && EXIT_USAGE;
    if (error instanceof ConfigError) {
      terminal.err(`${error.message}\n`);
      return EXIT_CONFIG;
    }
    if (!(error instanceof CommandError || error instanceof LeadwardenError)) throw error;
    terminal.err(`error: ${error.message}\n`);
    return 1;
  }
}
