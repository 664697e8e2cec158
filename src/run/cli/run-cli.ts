import { Command, CommanderError } from 'commander';
import { LeadwardenError } from '../../domain/errors.js';
import { StartUpError } from '../../platform/ops/start-up-error.js';
import { CommandError, ServerEnded } from './command-error.js';
import type { Host, Shell, Terminal } from './shell.js';

interface CommandEntry {
  readonly description: string;
  /** Loaded when the command is given: together they are the whole program. */
  load(): Promise<(command: Command, shell: Shell) => void>;
}

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  serve: {
    description: 'run the server until it is told to stop',
    load: async () => (await import('./serve-command.js')).serveCommand,
  },
  migrate: {
    description: 'bring the database to the present schema',
    load: async () => (await import('./migrate-command.js')).migrateCommand,
  },
  seed: {
    description: 'add the people of the demo, at least one per role, for trying things out',
    load: async () => (await import('./seed-command.js')).seedCommand,
  },
  user: {
    description: 'let somebody in',
    load: async () => (await import('./user-command.js')).userCommand,
  },
  token: {
    description: 'sign a token; only where this program is the issuer',
    load: async () => (await import('./token-command.js')).tokenCommand,
  },
  job: {
    description: 'run a nightly job now',
    load: async () => (await import('./job-command.js')).jobCommand,
  },
  import: {
    description: 'import leads from a CSV file',
    load: async () => (await import('./import-command.js')).importCommand,
  },
  settings: {
    description: 'show and change settings, and preview another protection policy',
    load: async () => (await import('./settings-command.js')).settingsCommand,
  },
  verify: {
    description:
      'verify a receipt or a proof from a file, without a database and without a network',
    load: async () => (await import('./verify-command.js')).verifyCommand,
  },
  doctor: {
    description: 'check that the database is sound, above all that the audit trail was not changed',
    load: async () => (await import('./doctor-command.js')).doctorCommand,
  },
};

/** Wrong arguments. */
const EXIT_USAGE = 2;

/**
 * Runs one command; resolves with the exit code of the process.
 * @param host the server that runs it for another process; left out, the command finds one or opens the database
 * itself
 * @throws unexpected errors
 */
export async function runCli(
  args: readonly string[],
  terminal: Terminal,
  host: Host | null = null,
): Promise<number> {
  const program = new Command('leadwarden')
    .description('Lead protection for companies that sell through commercial agents.')
    .showHelpAfterError('(--help tells how to use it)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride();
  for (const [name, { description, load }] of Object.entries(COMMANDS)) {
    const command = program.command(name).description(description);
    if (name === args[0]) (await load())(command, { ...terminal, args, host });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander and the server have said their own already.
    if (error instanceof CommanderError) return error.exitCode && EXIT_USAGE;
    if (error instanceof ServerEnded) return error.exitCode;
    if (error instanceof StartUpError) {
      terminal.err(`error: ${error.message}\n`);
      return error.exitCode;
    }
    if (!(error instanceof CommandError || error instanceof LeadwardenError)) throw error;
    terminal.err(`error: ${error.message}\n`);
    return 1;
  }
}
