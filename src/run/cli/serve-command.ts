import type { Command } from 'commander';
import { CommandError } from './command-error.js';
import type { Shell } from './shell.js';

export function serveCommand(command: Command, { env, host }: Shell): void {
  command.action(async () => {
    if (host) throw new CommandError('The server runs already.');
    const { serve } = await import('../serve.js');
    await serve(env);
  });
}
